import { Converter } from "@apiture/openapi-down-convert";

interface Description {
  readonly info: {
    readonly summary: string;
    readonly description: string;
    readonly license: { readonly name: string; readonly identifier: string };
  };
}

/** Conditions that OpenAPI 3.0 cannot express. The descriptions of their schemas say them in words. */
const CONDITIONS = ["if", "then", "dependentRequired"];

/** Rewrites what the converter would drop or leave although OpenAPI 3.0 does not have it. */
function prepared(description: Description): object {
  const { summary, license, ...info } = description.info;
  const rewritten = {
    ...description,
    info: {
      ...info,
      description: `${summary}\n\n${info.description}`,
      license: { name: license.name, url: `https://spdx.org/licenses/${license.identifier}.html` },
    },
  };
  const text = JSON.stringify(rewritten, (key, value) => (CONDITIONS.includes(key) ? undefined : value));
  return JSON.parse(text);
}

/** Converts a bundled description to OpenAPI 3.0.3. */
export function toOpenApi30(description: Description): object {
  return new Converter(prepared(description)).convert();
}
