import { type ClientEvent, type ImagesClientOptions, tokenAuth } from "@workspace-images/client";
import { loadConfig } from "@workspace-images/client/node";
import type { ConnectionOptions } from "./connection-options.ts";
import { printable } from "./printable.ts";
import { regions } from "./regions.gen.ts";
import { tell } from "./standard-streams.ts";

/** How the service is reached, and where that was found. */
export interface Connection {
  readonly options: ImagesClientOptions;
  /** Options, variables or files that gave what; never a value. */
  readonly sources: Readonly<Record<string, string | undefined>>;
  readonly warnings: readonly string[];
  /** Milliseconds for one attempt. */
  readonly timeout: number;
}

/** Thrown when there are no usable credentials; the message holds no value. */
export class CredentialsError extends Error {
  override readonly name = "CredentialsError";
}

function describe(event: ClientEvent): string {
  const start = `debug: call ${event.call}, attempt ${event.attempt}`;
  if (event.type === "attempt") return `${start}: ${event.method} ${event.url}`;
  if (event.type === "retry") return `${start} starts in ${Math.round(event.delay)} ms`;
  const { status, duration, requestId, error } = event;
  const what = [error ?? status, requestId && `request ${requestId}`].filter(Boolean).join(", ");
  return `${start}: ${what} after ${duration} ms`;
}

/**
 * Finds how to reach the service, from the command line and what {@link loadConfig} finds.
 *
 * @throws {CredentialsError} when there are no credentials, or they cannot be right.
 */
export async function findConnection(given: ConnectionOptions): Promise<Connection> {
  const { region, endpoint, projectId, debug } = given;
  const timeout = (given.timeout ?? 30) * 1000;
  const onEvent = debug ? (event: ClientEvent) => tell(printable(describe(event))) : undefined;
  const common = { timeout, onEvent };
  if (given.mock) {
    const { createMock } = await import("@workspace-images/mock");
    const { url, fetch } = createMock();
    const options = {
      ...common,
      endpoint: url,
      fetch,
      auth: tokenAuth("mock"),
      projectId: projectId ?? "mock",
    };
    return { options, sources: { auth: "--mock" }, warnings: [], timeout };
  }
  const { sources, warnings, ...config } = await loadConfig({ region }).catch((cause: Error) => {
    throw new CredentialsError(cause.message, { cause });
  });
  const isUnknown = region && !endpoint && !regions.some((known) => known.region === region);
  return {
    options: { ...config, ...(endpoint && { endpoint }), ...(projectId && { projectId }), ...common },
    sources: {
      ...sources,
      ...(region && { region: "--region" }),
      ...(endpoint && { endpoint: "--endpoint" }),
      ...(projectId && { projectId: "--project-id" }),
    },
    warnings: [
      ...warnings,
      ...(isUnknown
        ? [`The region "${region}" is not documented; workspace-images regions lists those that are`]
        : []),
    ],
    timeout,
  };
}
