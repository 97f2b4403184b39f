import type { MockOptions } from "@workspace-images/mock";
import type { CredentialSourceOptions } from "@workspace-images/mock/credentials";
import { readText } from "./text-file.ts";

const isText = (value: unknown) => typeof value === "string" && value !== "";

function hasTexts(value: unknown, required: readonly string[], optional: readonly string[] = []): boolean {
  const given = Object(value);
  return (
    required.every((name) => isText(given[name])) &&
    Object.keys(given).every(
      (name) => required.includes(name) || (optional.includes(name) && isText(given[name])),
    )
  );
}

const text = { isValid: isText, form: "a non-empty string" };
const options: Readonly<Record<string, { isValid: (value: unknown) => boolean; form: string }>> = {
  images: { isValid: Array.isArray, form: "an array" },
  projectId: text,
  region: text,
  token: text,
  accessKeys: {
    isValid: (keys) =>
      typeof keys === "object" &&
      Object.values(keys ?? [""]).every(
        (key) => isText(key) || hasTexts(key, ["secretKey", "securityToken"]),
      ),
    form: 'an object of secret keys by access key, each a string or { "secretKey", "securityToken" }',
  },
  users: {
    isValid: (users) =>
      Array.isArray(users) &&
      users.every((user) => hasTexts(user, ["name", "password", "domain"], ["id", "mfa"])),
    form: 'an array of { "name", "password", "domain" }, optionally with "id" and "mfa"',
  },
  idTokens: {
    isValid: (tokens) =>
      Array.isArray(tokens) &&
      tokens.every((token) => hasTexts(token, ["idToken"], ["idpId", "providerUrn", "agencyUrn"])),
    form: 'an array of { "idToken" }, optionally with "idpId", "providerUrn" and "agencyUrn"',
  },
  temporaryKeySeconds: {
    isValid: (seconds) => typeof seconds === "number" && seconds > 0,
    form: "a number of seconds above 0",
  },
  credentialSources: {
    isValid: (sources) => typeof sources === "object" && sources !== null && !("url" in sources),
    form: "an object of options of createCredentialSources, without url",
  },
};

/** The file of `--config`. */
export interface Config extends MockOptions {
  /** Options of the metadata and pod identity. */
  credentialSources?: CredentialSourceOptions;
}

/**
 * Reads the file of `--config`: the options of `createMock` that JSON can express, and those of
 * `createCredentialSources`. Throws an error for the user, without the values, which may be secrets.
 */
export async function readConfig(file: string): Promise<Config> {
  const fail = (problem: string): never => {
    throw new Error(`--config ${file}: ${problem}`);
  };
  const content = parse(await readText("--config", file)) ?? fail("It must contain a JSON object.");
  for (const [name, value] of Object.entries(content)) {
    if (name === "now") fail('"now" is a function, for TypeScript only. PUT /_mock/clock moves the clock.');
    if (name === "url") fail('"url" has no effect on a server. Use --host and --port.');
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!option) return fail(`Unknown option "${name}". Use ${Object.keys(options).join(", ")}.`);
    if (!option.isValid(value)) fail(`"${name}" must be ${option.form}.`);
  }
  return content;
}

/** Returns an object, or `undefined` for anything else. The error of the parser would show a part of the text. */
function parse(text: string): object | undefined {
  try {
    const content = JSON.parse(text);
    return typeof content === "object" && !Array.isArray(content) ? content : undefined;
  } catch {
    return undefined;
  }
}
