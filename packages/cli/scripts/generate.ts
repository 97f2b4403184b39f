// Generates src/generated/*.gen.ts, so that the command starts without reading the description.
import { images } from "@workspace-images/spec";
import { writeGenerated } from "../../../scripts/generated-files.mjs";

interface Schema {
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, object>>;
}
interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly description: string;
  readonly schema: Schema;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

/** Turns a description in Markdown into plain text, without the marks of facts that the published page lacks. */
function plain(markdown: string): string {
  return markdown
    .replace(/\*\*(?:Later addition|Note)\.?\*\*(?: \([^)]*\)\.)?/g, "")
    .replace(/\*\*|`/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

const parameters = Object.values(images.components["parameters"] ?? {}) as Parameter[];
const [regional] = images.servers;

function queryOptions(): string {
  const options = parameters
    .filter((parameter) => parameter.in === "query")
    .map(({ name, description, schema, examples = {} }) => ({
      name,
      description: plain(description),
      ...(schema.enum && { values: schema.enum }),
      examples: Object.values(examples).map(({ value }) => String(value)),
      ...(schema.type === "integer" && { range: [schema.minimum, schema.maximum] }),
    }));
  const projectId = parameters.find(({ name }) => name === "project_id")?.description ?? "";
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

export const regionDescription = ${JSON.stringify(plain(regional?.variables?.["region"]?.description ?? ""))};

export const projectIdDescription = ${JSON.stringify(plain(projectId))};`;
}

function imageColumns(): string {
  const { ImageInfo } = images.components["schemas"] as Readonly<Record<string, Schema>>;
  const columns = JSON.stringify(Object.keys(ImageInfo?.properties ?? {}));
  return `/** Properties of an image. */\nexport const imageColumns: readonly string[] = ${columns};`;
}

function regions(): string {
  const rows = images.servers.flatMap(({ url, variables }) => {
    const regionsOf = variables?.["region"]?.enum ?? [/\.([a-z]+(?:-[a-z\d]+)+)\./.exec(url)?.[1] ?? ""];
    return regionsOf.map((region) => ({ region, endpoint: url.replace("{region}", region) }));
  });
  return `/** The documented regions and their Workspace endpoints. */
export const regions: readonly { readonly region: string; readonly endpoint: string }[] = ${JSON.stringify(rows, null, 2)};`;
}

const files = {
  "query-options.gen.ts": queryOptions(),
  "image-columns.gen.ts": imageColumns(),
  "regions.gen.ts": regions(),
};
await writeGenerated(new URL("../src/generated/", import.meta.url), files, {
  header: "// Generated from the description by `pnpm generate`. Do not edit.",
  remedy:
    "The description has changed. Run `pnpm --filter @workspace-images/cli generate` and commit the result.",
});
