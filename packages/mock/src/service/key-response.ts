import { iamTime } from "./iam-time.ts";
import type { ServiceResponse } from "./service-response.ts";
import type { IssuedKey } from "./temporary-keys.ts";

/** Returns a key in the shape of IAM and of the metadata of a server. */
export function keyResponse(
  status: number,
  { accessKey, secretKey, securityToken, expiresAt }: IssuedKey,
): ServiceResponse {
  const credential = {
    access: accessKey,
    secret: secretKey,
    securitytoken: securityToken,
    expires_at: iamTime(expiresAt),
  };
  return { status, body: { credential } };
}
