/** A response of the service before it is serialized. */
export interface ServiceResponse {
  status: number;
  /** JSON value, or text that is sent as it is. */
  body: unknown;
  headers?: Record<string, string>;
}

/**
 * Serializes a body. Errors of the gateway and of IAM policies contain the request ID, errors of Workspace itself do
 * not.
 */
export function bodyText(body: unknown, requestId: string): string {
  if (typeof body === "string") return body;
  const code = (body as { error_code?: unknown } | null)?.error_code;
  const hasRequestId = typeof code === "string" && /^(APIGW|PAP5)\./.test(code);
  return JSON.stringify(hasRequestId ? { request_id: requestId, ...(body as object) } : body);
}
