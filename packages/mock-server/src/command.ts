/**
 * The command that starts the mock server, for other command lines. Prism is loaded when the server starts, so that
 * importing this entry is cheap.
 *
 * @packageDocumentation
 */

import { readFile } from "node:fs/promises";
import { readConfig } from "./command/config-file.ts";
import { parseAccessKeys, parseIdTokens, parseUsers } from "./command/credentials.ts";
import { readImages } from "./command/images-file.ts";
import {
  defaultPort,
  helpText,
  type MockServerOption,
  mockServerOptions,
  parseOptions,
} from "./command/options.ts";
import type { CredentialSourcesServer, CredentialSourcesServerOptions } from "./credential-sources.ts";
import type { MockServer, MockServerOptions } from "./mock-server.ts";

export { type MockServerOption, mockServerOptions, readImages };

/** Characters of arguments that would control the terminal. */
const UNSAFE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

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
    else await serve(await readServers(values), values["stop-with-stdin"]);
    return 0;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`error: ${message.replace(UNSAFE, "\ufffd")}\n`);
    return 2;
  }
}

/** What the arguments start: the mock server, and with `--metadata-port` the metadata of a server and pod identity. */
interface Servers {
  readonly server: MockServerOptions;
  readonly sources: CredentialSourcesServerOptions | undefined;
}

async function readServers(values: ReturnType<typeof parseOptions>): Promise<Servers> {
  const { quiet, host, description, config, images, token, region, port = defaultPort } = values;
  const { "project-id": projectId, "access-key": accessKeys, user: users, "id-token": idTokens } = values;
  const { "metadata-port": metadataPort } = values;
  const [empty] = Object.entries(values).find(([, value]) => value === "") ?? [];
  if (empty) throw new Error(`--${empty} is empty. Give it a value, or omit it.`);
  const log = quiet ? undefined : print;
  const { credentialSources, ...mockOptions } = config === undefined ? {} : await readConfig(config);
  const server = {
    port: parsePort("--port", port),
    host,
    description,
    log,
    control: !values["no-control"],
    ...mockOptions,
    ...(images !== undefined && { images: await readImages(images) }),
    ...(token !== undefined && { token }),
    ...(projectId !== undefined && { projectId }),
    ...(region !== undefined && { region }),
    ...(accessKeys && { accessKeys: parseAccessKeys(accessKeys) }),
    ...(users && { users: parseUsers(users) }),
    ...(idTokens && { idTokens: parseIdTokens(idTokens) }),
  };
  if (metadataPort === undefined) {
    if (!credentialSources) return { server, sources: undefined };
    throw new Error(`--config ${config}: "credentialSources" has no effect without --metadata-port.`);
  }
  const sources = {
    ...(server.region !== undefined && { region: server.region }),
    ...(server.projectId !== undefined && { projectId: server.projectId }),
    ...credentialSources,
    port: parsePort("--metadata-port", metadataPort),
    host,
    log,
  };
  return { server, sources };
}

function parsePort(option: string, port: string): number {
  const isNumber = /^\d+$/.test(port);
  if (isNumber && Number(port) <= 65_535) return Number(port);
  const problem = isNumber ? "out of range" : "not a number";
  throw new Error(`${option} ${port} is ${problem}. Use 0 to 65535; 0 picks a free port.`);
}

/** Serves until a signal arrives, or until standard input ends if that stops the servers, too. */
async function serve(options: Servers, stopsWithStdin = false): Promise<void> {
  let stop: () => void = () => process.exit();
  // Handled from the start, because the first process of a container ignores signals without a handler.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop());
  if (stopsWithStdin) process.stdin.once("end", () => stop()).resume();
  const { startMockServer } = await import("./mock-server.ts");
  const server = await startMockServer(options.server).catch(withRemedy("--port", options.server.port));
  const sources = options.sources && (await startSources(server, options.sources));
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  print(`Listening on ${server.url}`);
  if (sources) print(`Metadata on ${sources.metadataUrl}, pod identity on ${sources.podIdentityUri}`);
  await stopped;
  if (stopsWithStdin) process.stdin.destroy(); // Open, it would keep the process running.
  await Promise.all([server.close(), sources?.close()]);
}

async function startSources(
  server: MockServer,
  options: CredentialSourcesServerOptions,
): Promise<CredentialSourcesServer> {
  const { startCredentialSources } = await import("./credential-sources.ts");
  try {
    return await startCredentialSources(server.mock, options).catch(
      withRemedy("--metadata-port", options.port),
    );
  } catch (error) {
    // It would keep the process running.
    await server.close();
    throw error;
  }
}

function withRemedy(option: string, port: number | undefined): (error: Error) => never {
  return (error) => {
    if ((error.cause as NodeJS.ErrnoException | undefined)?.code !== "EADDRINUSE") throw error;
    throw new Error(`Port ${port} is already in use. Try ${option} 0 for a free one.`);
  };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function readVersion(): Promise<string> {
  return JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8")).version;
}
