// The main job: starts Prism on the description, and lists the documented images through the built client.
import { fileURLToPath } from "node:url";
import { createImagesClient, tokenAuth } from "../packages/client/dist/index.js";
import { startMockServer } from "../packages/mock-server/dist/index.js";

const COLUMNS = ["id", "name", "image_type", "os_type", "os_version", "disk_format", "min_ram", "min_disk"];

function table(images) {
  const rows = [COLUMNS, ...images.map((image) => COLUMNS.map((column) => String(image[column] ?? "")))];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column])).join("  ")}`.trimEnd())
    .join("\n");
}

const print = (...lines) => process.stdout.write(`${lines.join("\n")}\n`);
const path = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url));

await using server = await startMockServer();
print("", `Prism answers at ${server.url}`);
const client = createImagesClient({
  endpoint: server.url,
  projectId: "29dfe82ada564ac2b927e1ff036d9a9b",
  auth: tokenAuth("any-token-will-do"),
  // Asks Prism for the answer of the documentation page instead of its default example.
  fetch(input, init) {
    const request = new Request(input, init);
    request.headers.set("Prefer", "example=documented");
    return fetch(request);
  },
  onEvent(event) {
    if (event.type === "attempt") print(`> ${event.method} ${event.url}`);
    if (event.type === "answer")
      print(`< ${event.status} in ${event.duration} ms, request ${event.requestId}`, "");
  },
});
const { images } = await client.list({ image_type: "gold", os_type: "Linux" });
print(table(images), "", `${images.length} images`, "");
print(
  `Description    ${path("spec/dist/images.yaml")}`,
  `Documentation  ${path("packages/docs/dist/index.html")}`,
  "",
);
