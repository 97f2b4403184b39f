import type { IncomingMessage } from "node:http";

/** Describes a request and its response in one line. Of the credentials, it only names the kind. */
export function logLine(
  { method, url, headers }: IncomingMessage,
  status: number | undefined,
  duration: number,
): string {
  const parts = [method, url, status ?? "connection lost", `${duration.toFixed(1)} ms`];
  if ("x-auth-token" in headers || "x-metadata-token" in headers) parts.push("token ***");
  else if ("authorization" in headers) parts.push("signature ***");
  return parts.join(" ");
}
