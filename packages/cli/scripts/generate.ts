// Generates src/generated/*.gen.ts, so that the command starts without reading the description.
import { facts } from "@workspace-images/spec/facts";
import { writeGenerated } from "../../../scripts/generated-files.mjs";

const { imageFields } = facts;
const { path, query } = facts.operations.listImages.parameters;

function queryOptions(): string {
  const options = query.map(({ name, text, values, examples, range, filter }) => ({
    name,
    description: text,
    values,
    known:
      filter?.match === "exact" ? imageFields.find((field) => field.name === filter.field)?.known : undefined,
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
  /** The values of the property that a filter compares, as known today. */
  readonly known?: readonly string[];
  readonly examples: readonly string[];
  /** Minimum and maximum of an integer. */
  readonly range?: readonly [number, number];
}

export const queryOptions: readonly QueryOption[] = ${JSON.stringify(options, null, 2)};

export const projectIdDescription = ${JSON.stringify(projectId)};`;
}

function imageColumns(): string {
  const columns = JSON.stringify(imageFields.map(({ name }) => name));
  return `/** Properties of an image. */\nexport const imageColumns: readonly string[] = ${columns};`;
}

/** One entry for each region, with the first of its endpoints. If there are others, it is not confirmed which responds. */
function regions(): string {
  const names = [...new Set(facts.regions.map(({ region }) => region))];
  const documented = names.map((region) => {
    const [endpoint, alternative] = facts.regions
      .filter((one) => one.region === region)
      .map((one) => one.endpoint);
    return { region, endpoint, ...(alternative && { note: "unconfirmed", alternative }) };
  });
  return `/** A documented region. */
export interface Region {
  readonly region: string;
  /** URL of Workspace. */
  readonly endpoint: string;
  readonly note?: string;
  /** Another documented URL, if it is not confirmed which of the two responds. */
  readonly alternative?: string;
}

export const regions: readonly Region[] = ${JSON.stringify(documented, null, 2)};`;
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
