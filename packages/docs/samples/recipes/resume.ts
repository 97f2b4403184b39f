import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { createImagesClient, tokenAuth } from "@workspace-images/client";

const { WORKSPACE_ENDPOINT, PROJECT_ID, TOKEN = "" } = process.env;
const images = createImagesClient({
  region: "cn-north-4",
  endpoint: WORKSPACE_ENDPOINT, // omit to call the real service
  projectId: PROJECT_ID,
  auth: tokenAuth(TOKEN),
});

// One image a line. If a page fails, run the program again: it continues with that page.
const file = "images.jsonl";
const text = existsSync(file) ? readFileSync(file, "utf8") : "";
const lines = text.split("\n").filter(Boolean);
const known = new Set(lines.map((line) => JSON.parse(line).id));

// In the order of creation, new images come last.
const query = { sort_field: "created_at", sort_type: "asc" } as const;
for await (const page of images.pages({ ...query, offset: known.size })) {
  const added = page.images.filter(({ id }) => !known.has(id));
  const rows = added.map((image) => `${JSON.stringify(image)}\n`);
  appendFileSync(file, rows.join(""));
}
