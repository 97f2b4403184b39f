/** Says in a line what was asked and answered; of credentials, only their kind. */
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
