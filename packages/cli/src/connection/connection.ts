import { type ClientEvent, type ImagesClientOptions, InputError, tokenAuth } from "@workspace-images/client";
import { regions } from "../generated/regions.gen.ts";
import { notify } from "../process/streams.ts";
import { loadConfig } from "./announced-config.ts";
import { type AttemptRecord, createAttemptRecord } from "./attempt-record.ts";
import { eventLine } from "./event-line.ts";
import { useProxies } from "./proxies.ts";

/** Options of the command line that say how to call the service. */
export interface ConnectionOptions {
  readonly region?: string;
  readonly endpoint?: string;
  readonly allowInsecure?: boolean;
  readonly projectId?: string;
  /** Time limit of one attempt in seconds. */
  readonly timeout?: number;
  /** Time limit of the command in seconds. */
  readonly deadline?: number;
  readonly mock?: boolean;
  /** File with the images of the mock. */
  readonly images?: string;
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
  readonly record: AttemptRecord;
}

/** Thrown when there are no valid credentials; the message contains no value. */
export class CredentialsError extends Error {
  override readonly name = "CredentialsError";
  /** Whether no source has any credentials. Otherwise, the message says what to correct. */
  readonly isMissing: boolean;

  constructor(cause: Error) {
    super(cause.message, { cause });
    this.isMissing = cause instanceof InputError && cause.field === "auth";
  }
}

type Settings = Pick<Connection, "sources" | "warnings"> & { readonly config: ImagesClientOptions };

async function startMock({ region, projectId, images: file }: ConnectionOptions): Promise<Settings> {
  const { createMock } = await import("@workspace-images/mock");
  const { readImages } = await import("@workspace-images/mock-server/command");
  try {
    const images = file === undefined ? undefined : await readImages(file);
    const { url, fetch } = createMock({ ...(images && { images }), ...(region && { region }) });
    // As with the service, the project is looked up if there is only a region.
    const project = region ? {} : { projectId: projectId ?? "mock" };
    const config = { endpoint: url, fetch, auth: tokenAuth("mock"), ...(region && { region }), ...project };
    return { config, sources: { auth: "--mock" }, warnings: [] };
  } catch (error) {
    const { message } = error as Error;
    throw new InputError(message.includes("--images") || !file ? message : `--images ${file}: ${message}`);
  }
}

async function readConfiguration({ region, endpoint }: ConnectionOptions): Promise<Settings> {
  useProxies(process.env, endpoint);
  const { sources, warnings, ...config } = await loadConfig({ region }).catch((cause: Error) => {
    throw new CredentialsError(cause);
  });
  return { config, sources, warnings };
}

/**
 * Finds how to call the service: the command line takes precedence over what {@link loadConfig} finds.
 *
 * @throws {CredentialsError} when credentials are missing, incomplete or not valid.
 * @throws {InputError} when the images of the mock cannot be used.
 */
export async function findConnection(given: ConnectionOptions): Promise<Connection> {
  const { region, endpoint, projectId, allowInsecure, debug } = given;
  const timeout = (given.timeout ?? 30) * 1000;
  const record = createAttemptRecord();
  const onEvent = (event: ClientEvent) => {
    record.add(event);
    if (debug) notify(eventLine(event));
  };
  const { config, sources, warnings } = await (given.mock ? startMock(given) : readConfiguration(given));
  const isUnknown = region && !endpoint && !regions.some((known) => known.region === region);
  const unknown = `Region "${region}" is not documented; to see those that are, run \`workspace-images regions\``;
  return {
    options: {
      ...config,
      ...(endpoint && { endpoint }),
      ...(projectId && { projectId }),
      ...{ allowInsecure, timeout, onEvent },
    },
    sources: {
      ...sources,
      ...(region && { region: "--region" }),
      ...(endpoint && { endpoint: "--endpoint" }),
      ...(projectId && { projectId: "--project-id" }),
    },
    warnings: isUnknown ? [...warnings, unknown] : warnings,
    timeout,
    record,
  };
}
