import { createStop, untilAborted } from "../async/abort.ts";
import type { ProvidedAccessKey } from "../auth/access-key.ts";
import { parseTime } from "../auth/token-request.ts";
import { readBody } from "../call/body.ts";
import { createConnectionError } from "../call/connection-error.ts";
import { createMask } from "../call/mask.ts";
import { isLoopback, rejectProxy } from "../call/proxy.ts";
import { isRedirect, parse, reject } from "../call/response-check.ts";
import {
  ApiError,
  ConnectionError,
  InputError,
  isWorkspaceImagesError,
  ResponseError,
} from "../errors/errors.ts";

/** What a provider needs of a call. */
export interface KeyRequest {
  readonly signal: AbortSignal;
}

/** A server that gives keys, or a part of the way to one. */
export interface KeySource {
  /** Name for messages, such as "The metadata service of this server". */
  readonly name: string;
  /** Milliseconds that a request may take. */
  readonly timeout: number;
}

/** A request to a source. */
export interface SourceRequest extends KeyRequest {
  readonly method: "GET" | "POST" | "PUT";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Credentials in headers and body, which are masked in what the source responds. */
  readonly secrets: readonly string[];
}

/** A response of a source, which may be a rejection. */
export interface SourceResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Creates the error that says what the source responded, and what to do about it; a 5xx is a failure of the source. */
  reject(problem: string, remedy: string): ApiError;
}

/** Address of the metadata of a server, which only the server itself reaches. */
export const METADATA_HOST = "169.254.169.254";

/** Bytes; a key with its security token usually has less than 6000. */
const LARGEST_RESPONSE = 64 * 1024;
/** Characters of a response that is no JSON which an error shows. */
const LONGEST_TEXT = 200;
const decoder = new TextDecoder();

/**
 * Checks the URL of a source. Http is for this machine and for the metadata of a server only.
 *
 * @throws {InputError} with the name, never with the value, which may contain a password.
 */
export function checkSourceUrl(name: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const invalid = (problem: string) => new InputError(`${name} ${problem}`, name);
  if (!url || !/^https?:$/.test(url.protocol)) throw invalid("is not a valid http or https URL");
  if (url.username || url.password || url.hash) throw invalid("must not have credentials or a fragment");
  if (url.protocol === "http:" && !isLoopback(url.hostname) && url.hostname !== METADATA_HOST)
    throw invalid("is http, which exposes the credentials to the network. Use https");
  return url.href;
}

/**
 * Sends a request to a source. Redirects are not followed.
 *
 * @throws {ConnectionError} | {TimeoutError} | {ResponseError} that names the source.
 */
export async function send(source: KeySource, request: SourceRequest): Promise<SourceResponse> {
  const { name, timeout } = source;
  const { method, url, headers, body, secrets } = request;
  rejectProxy(url);
  const mask = createMask();
  const maskSecrets = (text: string) => mask(text, secrets);
  const stop = createStop(request.signal, timeout, `${name} did not respond within ${timeout} ms`);
  const { signal } = stop;
  try {
    const response = await untilAborted(
      fetch(url, {
        method,
        headers: { ...(body !== undefined && { "Content-Type": "application/json" }), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        redirect: "manual",
        signal,
      }),
      signal,
    );
    if (isRedirect(response)) {
      response.body?.cancel().catch(() => {});
      throw new ResponseError(
        `${name} responded with a redirect, which is not followed to protect the credentials`,
        "redirect",
      );
    }
    const text = decoder.decode(await untilAborted(readBody(response, LARGEST_RESPONSE, signal), signal));
    return {
      status: response.status,
      headers: response.headers,
      text,
      reject(refused, advice) {
        const isFailure = response.status >= 500;
        const [problem, remedy] = isFailure ? [`${name} failed`, "Try again later"] : [refused, advice];
        const data = parse(text);
        const { failure } = reject(response, { text, data }, "credentials", maskSecrets);
        const plain = data === undefined && !text.startsWith("<") ? text.trim().slice(0, LONGEST_TEXT) : "";
        const said = failure.errorMessage ?? maskSecrets(plain);
        return new ApiError({ ...failure, errorMessage: `${problem}${said && `: ${said}`}. ${remedy}` });
      },
    };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (error instanceof ResponseError && error.reason === "too-large") {
      throw new ResponseError(`${name} sent more than ${LARGEST_RESPONSE / 1024} KiB`, "too-large");
    }
    if (isWorkspaceImagesError(error)) throw error;
    const { message, cause } = createConnectionError(error, maskSecrets);
    throw new ConnectionError(message.replace(/^[^:]+/, `${name} cannot be reached`), { cause });
  } finally {
    stop.release();
  }
}

/** Parses a JSON object. */
export function parseObject(
  { name }: KeySource,
  { text }: SourceResponse,
): Readonly<Record<string, unknown>> {
  const data = parse(text);
  if (Object(data) !== data) throw new ResponseError(`${name} sent no JSON object`, "not-json");
  return data as Readonly<Record<string, unknown>>;
}

/**
 * Reads a temporary key in any of the shapes that occur.
 *
 * @throws {ResponseError} that names what is missing or not valid, never a value.
 */
export function readKey(source: KeySource, response: SourceResponse): ProvidedAccessKey {
  const data = parseObject(source, response);
  const key = Object(data["credential"] ?? data["credentials"] ?? data);
  const expiry = String(key.expires_at ?? key.expiration ?? "");
  const expiresAt = new Date(parseTime(/Z$|[+-]\d\d:?\d\d$/.test(expiry) ? expiry : `${expiry}Z`));
  const parts = {
    accessKey: key.access ?? key.accessKeyId ?? key.access_key_id,
    secretKey: key.secret ?? key.secretAccessKey ?? key.secret_access_key,
    securityToken: key.securitytoken ?? key.securityToken ?? key.security_token,
  };
  const missing = Object.entries(parts).flatMap(([name, value]) =>
    typeof value === "string" && /^[!-+--~]+$/.test(value) ? [] : [name],
  );
  if (Number.isNaN(expiresAt.getTime())) missing.push("expiry");
  if (missing.length > 0)
    throw new ResponseError(`${source.name} sent a key without a valid ${missing.join(", ")}`, "incomplete");
  return { ...parts, expiresAt };
}
