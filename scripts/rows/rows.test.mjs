// `npm run rows`: for each kind of fact, writes a new one into a copy of the descriptions, where CONTRIBUTING.md says,
// generates and builds the rest, and sees that it works everywhere.
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { copyRepository } from "./copy.mjs";

const IMAGES = "spec/images/components";
const ADDITIONS = "spec/documented/additions.yaml";
/** @type {ReturnType<typeof copyRepository>} */
let copy;

beforeEach(() => {
  copy = copyRepository();
});
afterEach(() => copy.remove());

/** Starts a program with a mock, and a function that lists images with a query and returns status and body. */
const withMock = (/** @type {string} */ code) => `
  import { createMock } from "@workspace-images/mock";
  const image = { os_type: "Linux", disk_format: "vhd", publisher: "Canonical" };
  const mock = createMock({ images: [{ id: "1", ...image }, { id: "2", disk_format: "raw" }] });
  async function list(query) {
    const url = \`\${mock.url}/v2/p/images?\${new URLSearchParams(query)}\`;
    const response = await mock.fetch(url, { headers: { "X-Auth-Token": "t" } });
    return { status: response.status, body: await response.json() };
  }
  ${code}`;
/** Compiles a program against the types of the client and of the mock. */
function compile(/** @type {string} */ code) {
  copy.write("packages/cli/test/row.ts", code);
  copy.runScripts("packages/cli", "check");
}
const command = (/** @type {string[]} */ ...args) =>
  copy.node("packages/cli", "--disable-warning=ExperimentalWarning", "dist/bin.js", ...args);

test("a new query parameter filters in the mock, and client, command line and Try it offer it", () => {
  copy.write(
    `${IMAGES}/parameters/disk_format.yaml`,
    `name: disk_format
in: query
description: "**Later addition.** Image format of the images to list."
schema:
  type: string
  maxLength: 5
examples:
  vhdRequest:
    summary: A known format
    value: vhd
`,
  );
  const last = "    - $ref: ../components/parameters/package_type.yaml\n";
  copy.edit("spec/images/paths/images.yaml", last, `${last}${last.replace("package_type", "disk_format")}`);
  copy.edit(
    ADDITIONS,
    "    query image_id:",
    "    query disk_format:\n      - Later addition: [image format of the images]\n    query image_id:",
  );
  copy.edit(ADDITIONS, "  query image_id: {", "  query disk_format: { maxLength: 5 }\n  query image_id: {");
  copy.build();

  const program = withMock(`
    const { body } = await list({ disk_format: "vhd" });
    const rejected = await list({ disk_format: "longer" });
    console.log(body.images.map(({ id }) => id).join(), rejected.status, rejected.body.error_detail);`);
  assert.equal(
    copy.evaluate("packages/cli", program),
    "1 400 The value of disk_format must have 0 to 5 characters.",
  );
  assert.match(command("list", "--help"), /--disk-format <\w+>\s+Image format of the images/);
  assert.match(
    command("list", "--mock", "--disk-format", "vhd", "--output", "json"),
    /"disk_format":\s*"vhd"/,
  );
  compile(`import type { ImagesQuery } from "@workspace-images/client";
export const known: ImagesQuery = { disk_format: "vhd" };
// @ts-expect-error
export const wrong: ImagesQuery = { disk_format: 1 };
`);
  const names = `import { filters } from "./src/try-it/filter.ts";
    console.log(filters.map(({ name }) => name).join());`;
  assert.match(copy.evaluate("packages/docs", names), /\bdisk_format\b/);
});

test("a new response field is in the types, in the mock, in the columns and in the validation", () => {
  copy.edit(
    `${IMAGES}/schemas/ImageInfo.yaml`,
    "  kms_id:\n",
    `  publisher:
    type: string
    description: "**Later addition.** Publisher of the image."
    examples:
      - Canonical
  kms_id:
`,
  );
  copy.edit(
    `${IMAGES}/examples/singlePage.yaml`,
    "      kms_id:",
    "      publisher: Canonical\n      kms_id:",
  );
  copy.edit(
    ADDITIONS,
    "    ImageInfo.kms_id:",
    "    ImageInfo.publisher:\n      - Later addition: [publisher of the image]\n    ImageInfo.kms_id:",
  );
  copy.build();

  const program = withMock(`
    const { body } = await list({});
    console.log(body.images.map(({ publisher }) => publisher).join());`);
  assert.equal(copy.evaluate("packages/cli", program), "Canonical,");
  assert.match(command("list", "--mock", "--columns", "id,publisher"), /PUBLISHER.*Canonical/is);
  compile(`import type { ImageInfo } from "@workspace-images/client";
import type { MockImage } from "@workspace-images/mock";
export const names: (string | undefined)[] = [({} as ImageInfo).publisher, ({} as MockImage).publisher];
// @ts-expect-error
export const wrong: MockImage = { id: "1", publisher: 1 };
`);
  const validation = `import { findViolations } from "@workspace-images/client/validate";
    const violations = findViolations("ImagePage", { images: [{ id: "1", publisher: 1 }] });
    console.log(violations.map(({ path, expected }) => path + " " + expected).join());`;
  assert.equal(copy.evaluate("packages/cli", validation), "/images/0/publisher string");
});

test("a new error code is sent by the mock; catalogue and command line have its remedy", () => {
  copy.write(
    `${IMAGES}/examples/quotaExceeded.yaml`,
    `summary: The quota is used up
x-remedy: Ask for a higher quota.
value:
  error_code: WKS.00019999
  error_msg: The quota is used up.
`,
  );
  copy.edit(
    `${IMAGES}/responses/Forbidden.yaml`,
    "    examples:\n",
    "    examples:\n      quotaExceeded:\n        $ref: ../examples/quotaExceeded.yaml\n",
  );
  const usual = '    - "PAP5.0001';
  copy.edit("spec/documented/errors.yaml", usual, `    - WKS.00019999 The quota is used up.\n${usual}`);
  copy.build();

  const program = withMock(`
    mock.inject({ status: 403 });
    const { status, body } = await list({});
    console.log(status, JSON.stringify(body));`);
  assert.equal(
    copy.evaluate("packages/cli", program),
    '403 {"error_code":"WKS.00019999","error_msg":"The quota is used up."}',
  );
  const remedies = `import { facts } from "@workspace-images/spec/facts";
    console.log(facts.operations.listImages.errors.map(({ code, remedy }) => code + " " + remedy).join("\\n"));`;
  assert.match(copy.evaluate("packages/docs", remedies), /^WKS\.00019999 Ask for a higher quota\.$/m);
  const explained = `import { remedies } from "./dist/generated/remedies.gen.js";
    console.log(remedies["WKS.00019999"]);`;
  assert.equal(copy.evaluate("packages/cli", explained), "Ask for a higher quota.");
});

test("a new region is listed and completed by the command line", () => {
  copy.edit(
    "spec/images/openapi.yaml",
    "          - tr-west-1\n",
    "          - tr-west-1\n          - xx-north-7\n",
  );
  copy.edit(
    ADDITIONS,
    "      tr-west-1,\n    ]\n  iam:",
    "      tr-west-1,\n      xx-north-7,\n    ]\n  iam:",
  );
  copy.build();

  assert.match(command("regions"), /xx-north-7\s+https:\/\/workspace\.xx-north-7\.myhuaweicloud\.com/);
});
