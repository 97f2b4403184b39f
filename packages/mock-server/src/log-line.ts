/** Describes a request and its response in one line. Of the credentials, it only names the kind. */
export function logLine(
  { method, url, headers }: Request,
  status: number | undefined,
  duration: number,
): string {
  const { pathname, search } = new URL(url);
  const credentials = headers.has("X-Auth-Token")
    ? "token ***"
    : headers.has("Authorization")
      ? "signature ***"
      : "";
  const parts = [
    method,
    pathname + search,
    status ?? "connection lost",
    `${duration.toFixed(1)} ms`,
    credentials,
  ];
  return parts.filter((part) => part !== "").join(" ");
}
