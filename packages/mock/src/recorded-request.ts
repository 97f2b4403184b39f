import type { ReceivedRequest } from "./received-request.ts";

/** A request as the mock received it, without its credentials: each is replaced by `***`. */
export interface RecordedRequest {
  /** HTTP method, in upper case. */
  method: string;
  /** Whole URL, with its query. */
  url: string;
  /** Path of the URL, still encoded. */
  path: string;
  /** Decoded parameters; of a repeated one the last. */
  query: Record<string, string>;
  /** Names are in lower case. */
  headers: Record<string, string>;
  /** Parsed JSON; `undefined` without a body, `***` for a body that is not JSON and may hold anything. */
  body: unknown;
}

const secretHeaders = ["x-auth-token", "x-security-token", "x-subject-token", "authorization", "cookie"];
const secretProperties = ["passcode", "secret", "token"];
// What is an object by these names shows all of itself but its secrets; the empty name is the whole body.
const secretTexts = ["", "password"];

/** Masks the value of a header that carries a credential. */
export function maskHeader(name: string, value: string): string {
  return secretHeaders.includes(name) ? "***" : value;
}

/** Notes a request without its credentials. */
export function record({ method, url, headers, body }: ReceivedRequest): RecordedRequest {
  return {
    method,
    url: url.href,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries([...headers].map(([name, value]) => [name, maskHeader(name, value)])),
    body: body ? maskBody(body) : undefined,
  };
}

function maskBody(text: string): unknown {
  try {
    return JSON.parse(text, (name, value) =>
      secretProperties.includes(name) || (secretTexts.includes(name) && typeof value !== "object")
        ? "***"
        : value,
    );
  } catch {
    return "***";
  }
}
