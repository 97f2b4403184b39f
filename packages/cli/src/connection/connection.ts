import { type ClientEvent, type ImagesClientOptions, tokenAuth } from "@workspace-images/client";
import { regions } from "../generated/regions.gen.ts";
import { notify } from "../process/streams.ts";
import { printable } from "../terminal/printable.ts";
import { loadConfig } from "./announced-config.ts";
import { eventLine } from "./event-line.ts";

/** Options of the command line that say how to call the service. */
export interface ConnectionOptions {
  readonly region?: string;
  readonly endpoint?: string;
  readonly projectId?: string;
  /** Time limit of one attempt in seconds. */
  readonly timeout?: number;
  readonly mock?: boolean;
  readonly debug?: boolean;
  /** File for the report of a failure. */
  readonly report?: string;
}

/** How to call the service, and where each setting comes from. */
export interface Connection {
  readonly options: ImagesClientOptions;
  /** The option, variable or file of each setting; never a value. */
  readonly sources: Readonly<Record<string, string | undefined>>;
  readonly warnings: readonly string[];
  /** Time limit of one attempt in milliseconds. */
  readonly timeout: number;
}

/** Thrown when there are no valid credentials; the message contains no value. */
export class CredentialsError extends Error {
  override readonly name = "CredentialsError";
}

/**
 * Finds how to call the service: the command line takes precedence over what {@link loadConfig} finds.
 *
 * @throws {CredentialsError} when credentials are missing, incomplete or not valid.
 */
export async function findConnection(given: ConnectionOptions): Promise<Connection> {
  const { region, endpoint, projectId, debug } = given;
  const timeout = (given.timeout ?? 30) * 1000;
  const onEvent = debug ? (event: ClientEvent) => notify(printable(eventLine(event))) : undefined;
  const common = { timeout, onEvent };
  if (given.mock) {
    const { createMock } = await import("@workspace-images/mock");
    const { url, fetch } = createMock();
    const project = projectId ?? "mock";
    const options = { ...common, endpoint: url, fetch, auth: tokenAuth("mock"), projectId: project };
    return { options, sources: { auth: "--mock" }, warnings: [], timeout };
  }
  const { sources, warnings, ...config } = await loadConfig({ region }).catch((cause: Error) => {
    throw new CredentialsError(cause.message, { cause });
  });
  const isUnknown = region && !endpoint && !regions.some((known) => known.region === region);
  const unknown = `Region "${region}" is not documented; to see those that are, run \`workspace-images regions\``;
  return {
    options: { ...config, ...(endpoint && { endpoint }), ...(projectId && { projectId }), ...common },
    sources: {
      ...sources,
      ...(region && { region: "--region" }),
      ...(endpoint && { endpoint: "--endpoint" }),
      ...(projectId && { projectId: "--project-id" }),
    },
    warnings: isUnknown ? [...warnings, unknown] : warnings,
    timeout,
  };
}
