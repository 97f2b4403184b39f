/** A response of the service before it is serialized. */
export interface ServiceResponse {
  status: number;
  /** JSON value, or text that is sent as it is. */
  body: unknown;
  headers?: Record<string, string>;
  /** The images that a listing found, as JSON texts in order. The body has one page of them. */
  listed?: readonly string[];
}

/** Serializes a body. Errors of the gateway and of IAM policies have the request ID, which an empty one stands for. */
export function bodyText(body: unknown, requestId: string): string {
  if (typeof body === "string") return body;
  const isMissing = (body as { request_id?: unknown } | null)?.request_id === "";
  return JSON.stringify(isMissing ? { ...(body as object), request_id: requestId } : body);
}
