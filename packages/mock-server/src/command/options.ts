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
    description: `Port to listen on; 0 picks a free one. Default: ${defaultPort}.`,
  },
  host: {
    type: "string",
    argument: "address",
    description: "Address to listen on. Default: 127.0.0.1, which only this machine can reach.",
  },
  images: {
    type: "string",
    argument: "file",
    description: 'File with the images to list: JSON (an array, or an object with "images") or JSON Lines.',
  },
  "project-id": {
    type: "string",
    argument: "id",
    description: "ID of the only project with images. Default: any.",
  },
  region: { type: "string", argument: "name", description: "Region of that project. Default: any." },
  token: { type: "string", argument: "token", description: "The only valid token. Default: any." },
  "access-key": {
    type: "string",
    multiple: true,
    argument: "key",
    description: "Valid access key, AK:SK or AK:SK:securityToken; repeatable. Default: none.",
  },
  user: {
    type: "string",
    multiple: true,
    argument: "user",
    description: "User who can sign in, name:password:account; repeatable. Default: everyone.",
  },
  "id-token": {
    type: "string",
    multiple: true,
    argument: "token",
    description: "ID token for which IAM and STS issue a temporary key; repeatable. Default: any.",
  },
  "metadata-port": {
    type: "string",
    argument: "number",
    description: "Port for the metadata of a server and pod identity; 0 picks a free one. Default: none.",
  },
  config: {
    type: "string",
    argument: "file",
    description: "JSON file with options of createMock, such as users; other options override it.",
  },
  description: {
    type: "string",
    argument: "file",
    description: "OpenAPI file to validate requests and responses against. Default: that of this project.",
  },
  "no-control": { type: "boolean", description: "Do not serve /_mock/, which controls the mock over HTTP." },
  "stop-with-stdin": {
    type: "boolean",
    description: "Stop when standard input ends, as it does when the process that started the server ends.",
  },
  quiet: { type: "boolean", description: "Do not log requests." },
  help: { type: "boolean", short: "h", description: "Show this help." },
  version: { type: "boolean", short: "v", description: "Show the version." },
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
