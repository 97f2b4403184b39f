import type { ReceivedRequest } from "./received-request.ts";

/** A request as the mock received it, with each credential replaced by `***`. */
export interface RecordedRequest {
  /** HTTP method, in upper case. */
  method: string;
  /** Complete URL, including the query. */
  url: string;
  /** Path of the URL, still encoded. */
  path: string;
  /** Decoded query parameters; the last value of a repeated one. */
  query: Record<string, string>;
  /** Headers by lower-case name. */
  headers: Record<string, string>;
  /** Parsed JSON; `undefined` without a body, `***` for a body that is not JSON and could contain anything. */
  body: unknown;
  /** Whether the caller gave up before the response was complete. */
  aborted: boolean;
}

const secretHeaders = [
  "x-auth-token",
  "x-metadata-token",
  "x-security-token",
  "x-subject-token",
  "authorization",
  "cookie",
];
const secretProperties = ["passcode", "secret", "token", "id_token"];
// Secret unless it is an object, whose own properties are then checked. The empty name stands for the whole body.
const secretTexts = ["", "password"];

/** Masks the value of a header that contains a credential. */
export function maskHeader(name: string, value: string): string {
  return secretHeaders.includes(name) ? "***" : value;
}

/** Records a request without its credentials. */
export function record({ method, url, headers, body }: ReceivedRequest): RecordedRequest {
  return {
    method,
    url: url.href,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries([...headers].map(([name, value]) => [name, maskHeader(name, value)])),
    body: body ? maskBody(body) : undefined,
    aborted: false,
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
