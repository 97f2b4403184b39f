import { readFileSync } from "node:fs";
import { HELP, readCommand } from "./command.ts";

/** An option of the mock server's command. */
export interface MockServerOption {
  /** Name without dashes. */
  readonly name: string;
  /** The one-letter form, without a dash. */
  readonly short?: string;
  /** Name of its value; absent when it takes none. */
  readonly argument?: string;
  readonly description: string;
}

/** Options of the mock server's command, without `--help` and `--version`. */
export const mockServerOptions: readonly MockServerOption[] = [
  {
    name: "port",
    short: "p",
    argument: "number",
    description: "Port to listen on; 0 picks a free port. Default: 4010.",
  },
  {
    name: "host",
    argument: "address",
    description: "Address to listen on. Default: 127.0.0.1, this machine only.",
  },
  {
    name: "images",
    argument: "file",
    description: 'JSON file with the images to list: an array, or an object with "images".',
  },
  {
    name: "project-id",
    argument: "id",
    description: "The only project that has images. Default: any project.",
  },
  { name: "token", argument: "token", description: "The only valid token. Default: any token." },
  {
    name: "description",
    argument: "file",
    description: "OpenAPI file to validate requests and responses against.",
  },
  { name: "quiet", description: "Do not log requests." },
];

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Runs the mock server's command; resolves once the server listens, or the exit status is in `process.exitCode`. */
export async function runMockServer(args: readonly string[]): Promise<void> {
  try {
    const { action, quiet, server: options } = await readCommand(args);
    if (action === "help") process.stdout.write(HELP);
    if (action === "version")
      print(JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version);
    if (action === "start") {
      let stop: () => unknown = () => process.exit();
      // From the start, because the first process of a container ignores signals that nothing handles.
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop());
      const { startMockServer } = await import("./mock-server.ts"); // Prism takes a while to load.
      const server = await startMockServer({ ...options, log: quiet ? undefined : print });
      stop = server.close;
      print(`Listening on ${server.url}`);
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\nTry --help.\n`);
    process.exitCode = 2;
  }
}
