import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { MockImage } from "@workspace-images/mock";
import type { MockServerOptions } from "./mock-server.ts";

export const HELP = `Usage: workspace-images-mock-server [options]

Starts a mock of the product images of Huawei Cloud Workspace, held to its description by Prism.

  -p, --port <number>      port to listen on; 0 takes a free one (default 4010)
      --host <address>     address to listen on (default 127.0.0.1, this machine only)
      --images <file>      JSON file with the images to list: an array, or an object with "images"
      --project-id <id>    the only project with images (default any)
      --token <token>      the only good token (default any)
      --description <file> OpenAPI file to hold requests and answers to
      --quiet              no line for each request
  -h, --help               this text
  -v, --version            the version
`;

const options = {
  port: { type: "string", short: "p", default: "4010" },
  host: { type: "string" },
  images: { type: "string" },
  "project-id": { type: "string" },
  token: { type: "string" },
  description: { type: "string" },
  quiet: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", short: "v", default: false },
} as const;

/** What the command line asks for. */
export interface Command {
  readonly action: "help" | "version" | "start";
  readonly quiet: boolean;
  readonly server: MockServerOptions;
}

/** The option that was probably meant: another order, case or length of the same letters. */
function suggest(given: string): string {
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, "");
  const sorted = (text: string) => [...letters(text)].sort().join();
  const name = letters(given);
  const meant = Object.keys(options).find(
    (option) =>
      sorted(option) === sorted(given) ||
      (name.length > 1 && (letters(option).startsWith(name) || name.startsWith(letters(option)))),
  );
  return meant === undefined ? "" : ` Did you mean --${meant}?`;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (cause) {
    const [, unknown] = /^Unknown option '(.+?)'/.exec((cause as Error).message) ?? [];
    if (unknown === undefined) throw cause;
    throw new Error(`There is no option ${unknown}.${suggest(unknown)}`, { cause });
  }
}

async function readImages(file: string): Promise<MockImage[]> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw new Error(`--images ${file} cannot be read: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
  const images = Array.isArray(content) ? content : (content as { images?: unknown } | null)?.images;
  if (!Array.isArray(images))
    throw new Error(`--images ${file} has neither an array nor an object with "images"`);
  const index = images.findIndex((image) => typeof image?.id !== "string");
  if (index >= 0) throw new Error(`--images ${file} has an image without an id: number ${index}, from 0`);
  return images;
}

/**
 * Reads the command line.
 *
 * @throws {Error} with a text for the user, when something is wrong with it.
 */
export async function readCommand(args: readonly string[]): Promise<Command> {
  const values = parse(args);
  const { quiet, host, description, token, "project-id": projectId } = values;
  if (values.help) return { action: "help", quiet, server: {} };
  if (values.version) return { action: "version", quiet, server: {} };
  const [empty] = Object.entries(values).find(([, value]) => value === "") ?? [];
  if (empty) throw new Error(`--${empty} is empty`);
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    throw new Error(`--port is "${values.port}", but has to be a number from 0 to 65535`);
  }
  const images = values.images === undefined ? undefined : await readImages(values.images);
  const server = {
    port,
    host,
    description,
    ...(images && { images }),
    ...(token !== undefined && { token }),
    ...(projectId !== undefined && { projectId }),
  };
  return { action: "start", quiet, server };
}
