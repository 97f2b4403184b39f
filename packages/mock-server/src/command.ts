/**
 * The command that starts the mock server, for other command lines. Prism is loaded when the server starts, so that
 * importing this entry is cheap.
 *
 * @packageDocumentation
 */

import { readFile } from "node:fs/promises";
import { readConfig } from "./command/config-file.ts";
import { parseAccessKeys, parseUsers } from "./command/credentials.ts";
import { readImages } from "./command/images-file.ts";
import {
  defaultPort,
  helpText,
  type MockServerOption,
  mockServerOptions,
  parseOptions,
} from "./command/options.ts";
import type { MockServerOptions } from "./mock-server.ts";

export { type MockServerOption, mockServerOptions };

/**
 * Runs the command with arguments such as `["--port", "0"]`, on the standard streams of the process. Fulfils with the
 * exit status: 0 after the help text, the version, or when SIGINT, SIGTERM or, with `--stop-with-stdin`, the end of standard
 * input has stopped the server; 2 after an error.
 */
export async function runMockServer(args: readonly string[]): Promise<number> {
  try {
    const values = parseOptions(args);
    if (values.help) process.stdout.write(helpText());
    else if (values.version) print(await readVersion());
    else await serve(await serverOptions(values), values["stop-with-stdin"]);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    return 2;
  }
}

async function serverOptions(values: ReturnType<typeof parseOptions>): Promise<MockServerOptions> {
  const { quiet, host, description, config, images, token, region, port = defaultPort } = values;
  const { "project-id": projectId, "access-key": accessKeys, user: users } = values;
  const [empty] = Object.entries(values).find(([, value]) => value === "") ?? [];
  if (empty) throw new Error(`--${empty} is empty. Give it a value, or omit it.`);
  const isNumber = /^\d+$/.test(port);
  if (!isNumber || Number(port) > 65_535) {
    const problem = isNumber ? "out of range" : "not a number";
    throw new Error(`--port ${port} is ${problem}. Use 0 to 65535; 0 picks a free port.`);
  }
  return {
    port: Number(port),
    host,
    description,
    log: quiet ? undefined : print,
    control: !values["no-control"],
    ...(config !== undefined && (await readConfig(config))),
    ...(images !== undefined && { images: await readImages(images) }),
    ...(token !== undefined && { token }),
    ...(projectId !== undefined && { projectId }),
    ...(region !== undefined && { region }),
    ...(accessKeys && { accessKeys: parseAccessKeys(accessKeys) }),
    ...(users && { users: parseUsers(users) }),
  };
}

/** Serves until a signal arrives, or until standard input ends if that stops the server, too. */
async function serve(options: MockServerOptions, stopsWithStdin = false): Promise<void> {
  let stop: () => void = () => process.exit();
  // Handled from the start, because the first process of a container ignores signals without a handler.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop());
  if (stopsWithStdin) process.stdin.once("end", () => stop()).resume();
  const { startMockServer } = await import("./mock-server.ts");
  const server = await startMockServer(options).catch((error) => {
    if (error.cause?.code !== "EADDRINUSE") throw error;
    throw new Error(`Port ${options.port} is already in use. Try --port 0 for a free one.`);
  });
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  print(`Listening on ${server.url}`);
  await stopped;
  if (stopsWithStdin) process.stdin.destroy(); // Open, it would keep the process running.
  await server.close();
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function readVersion(): Promise<string> {
  return JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8")).version;
}
