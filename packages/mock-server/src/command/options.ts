import { parseArgs } from "node:util";

/** An option of the command. */
export interface MockServerOption {
  /** Name without dashes, such as `project-id`. */
  readonly name: string;
  /** Letter of the short form, without its dash. */
  readonly short?: string;
  /** What the option takes, such as `file`; a switch takes nothing. */
  readonly argument?: string;
  /** One line for a help text. */
  readonly description: string;
}

/** Port to listen on by default. */
export const defaultPort = "4010";

const options = {
  port: {
    type: "string",
    short: "p",
    argument: "number",
    description: `port to listen on; 0 picks a free one (default ${defaultPort})`,
  },
  host: {
    type: "string",
    argument: "address",
    description: "address to listen on (default 127.0.0.1, this machine only)",
  },
  images: {
    type: "string",
    argument: "file",
    description: 'file with the images to list: JSON (an array, or an object with "images") or JSON Lines',
  },
  "project-id": { type: "string", argument: "id", description: "the only project with images (default any)" },
  region: { type: "string", argument: "name", description: "name of that project (default any)" },
  token: { type: "string", argument: "token", description: "the only valid token (default any)" },
  "access-key": {
    type: "string",
    multiple: true,
    argument: "key",
    description: "valid access key, AK:SK or AK:SK:securityToken; repeatable (default none)",
  },
  user: {
    type: "string",
    multiple: true,
    argument: "user",
    description: "user who can sign in, name:password:account; repeatable (default everyone)",
  },
  "id-token": {
    type: "string",
    multiple: true,
    argument: "token",
    description: "ID token for which IAM and STS issue a temporary key; repeatable (default any)",
  },
  "metadata-port": {
    type: "string",
    argument: "number",
    description: "port for the metadata of a server and pod identity; 0 picks a free one (default none)",
  },
  config: {
    type: "string",
    argument: "file",
    description: "JSON file with options of createMock, such as users; other options override it",
  },
  description: {
    type: "string",
    argument: "file",
    description: "OpenAPI file to validate requests and responses against",
  },
  "no-control": { type: "boolean", description: "do not serve /_mock/, which controls the mock over HTTP" },
  quiet: { type: "boolean", description: "do not log requests" },
  help: { type: "boolean", short: "h", description: "show this help" },
  version: { type: "boolean", short: "v", description: "show the version" },
} as const;

const allOptions: readonly MockServerOption[] = Object.entries<
  Omit<MockServerOption, "name"> & { readonly type: string; readonly multiple?: boolean }
>(options).map(([name, { type: _type, multiple: _multiple, ...option }]) => ({ name, ...option }));

/** The options of the command, without `--help` and `--version`. */
export const mockServerOptions: readonly MockServerOption[] = allOptions.filter(
  ({ name }) => name !== "help" && name !== "version",
);

/** Reads arguments. Throws an error for the user if they are invalid. */
export function parseOptions(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    throw new Error(`${(cause as Error).message}\nTry --help.`, { cause });
  }
}

/** Returns the help text of the command. */
export function helpText(): string {
  const flags = allOptions.map(
    ({ name, short, argument }) =>
      `${short ? `-${short}, ` : "    "}--${name}${argument ? ` <${argument}>` : ""}`,
  );
  const width = Math.max(...flags.map(({ length }) => length));
  const rows = allOptions.map(
    ({ description }, index) => `  ${flags[index]?.padEnd(width)}  ${description}\n`,
  );
  return `Usage: workspace-images-mock-server [options]

Starts a mock of the product images of Huawei Cloud Workspace, validated against the OpenAPI description by Prism.

${rows.join("")}`;
}
