import type { ServiceResponse } from "../service/service-response.ts";

/** Returns a plain text, as the metadata of a server sends its errors; by default the status. */
export function textResponse(status: number, body = `${status}`): ServiceResponse {
  return { status, body, headers: { "Content-Type": "text/plain" } };
}
