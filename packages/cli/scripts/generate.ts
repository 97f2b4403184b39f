// Generates src/generated/*.gen.ts, so that the command starts without reading the description.
import { facts } from "@workspace-images/spec/facts";
import { writeGenerated } from "../../../scripts/generated-files.mjs";

const { path, query } = facts.operations.listImages.parameters;

function queryOptions(): string {
  const options = query.map(({ name, text, values, examples, range }) => ({
    name,
    description: text,
    values,
    examples: examples.map(String),
    range,
  }));
  const projectId = path.find(({ name }) => name === "project_id")?.text ?? "";
  return `/** A query parameter of the listing. */
export interface QueryOption {
  readonly name: string;
  readonly description: string;
  /** The only valid values; absent if the set is open. */
  readonly values?: readonly string[];
  readonly examples: readonly string[];
  /** Minimum and maximum of an integer. */
  readonly range?: readonly [number, number];
}

export const queryOptions: readonly QueryOption[] = ${JSON.stringify(options, null, 2)};

export const projectIdDescription = ${JSON.stringify(projectId)};`;
}

function imageColumns(): string {
  const columns = JSON.stringify(facts.imageFields.map(({ name }) => name));
  return `/** Properties of an image. */\nexport const imageColumns: readonly string[] = ${columns};`;
}

function regions(): string {
  return `/** The documented regions and their Workspace endpoints. */
export const regions: readonly { readonly region: string; readonly endpoint: string }[] = ${JSON.stringify(facts.regions, null, 2)};`;
}

/** The remedies for what Workspace itself rejects. What the gateway and IAM reject depends on the options of the command. */
function remedies(): string {
  const { errors } = facts.operations.listImages;
  const rejections = errors.filter(({ status, code }) => status < 500 && code.startsWith("WKS."));
  const byCode = Object.fromEntries(rejections.map(({ code, remedy }) => [code, remedy.replaceAll("`", "")]));
  return `/** What to do about an error of Workspace, by its code. */
export const remedies: Readonly<Record<string, string>> = ${JSON.stringify(byCode, null, 2)};`;
}

const files = {
  "query-options.gen.ts": queryOptions(),
  "image-columns.gen.ts": imageColumns(),
  "regions.gen.ts": regions(),
  "remedies.gen.ts": remedies(),
};
await writeGenerated(new URL("../src/generated/", import.meta.url), files, {
  header: "// Generated from the description by `pnpm generate`. Do not edit.",
  remedy:
    "The description has changed. Run `pnpm --filter @workspace-images/cli generate` and commit the result.",
});
