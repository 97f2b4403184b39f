import { iamTime } from "./iam-time.ts";
import type { ServiceResponse } from "./service-response.ts";
import type { Tokens } from "./tokens.ts";

const lifetime = 24 * 60 * 60_000;

/** Issues a token, valid for 24 hours of the clock, and returns it as IAM does, with these details. */
export function tokenResponse(tokens: Tokens, time: number, details: object): ServiceResponse {
  const expiresAt = time + lifetime;
  const token = { expires_at: iamTime(expiresAt), issued_at: iamTime(time), ...details };
  return { status: 201, body: { token }, headers: { "X-Subject-Token": tokens.issue(expiresAt) } };
}
