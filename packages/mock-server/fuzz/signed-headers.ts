import { AKSKSigner } from "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js";
import { ACCESS_KEY, MIDNIGHT, SECRET_KEY } from "../fuzz/service-options.ts";

/** What to sign; by default, a valid signature. */
export interface Signing {
  readonly accessKey?: string;
  readonly secretKey?: string;
  /** Time of the signature, in milliseconds since 1970. */
  readonly time?: number;
  readonly securityToken?: string | undefined;
}

/** Signs a GET with the official SDK. */
export function signedHeaders(
  address: string,
  { accessKey = ACCESS_KEY, secretKey = SECRET_KEY, time = MIDNIGHT, securityToken }: Signing = {},
): Record<string, string> {
  const { origin, pathname, searchParams } = new URL(address);
  const headers = {
    "X-Sdk-Date": new Date(time).toISOString().replaceAll(/[-:]|\.\d+/g, ""),
    ...(securityToken && { "X-Security-Token": securityToken }),
  };
  const request = {
    method: "GET",
    endpoint: `${origin}${pathname}`,
    queryParams: Object.fromEntries(searchParams),
    headers: { ...headers },
  };
  const credential = { getAk: () => accessKey, getSk: () => secretKey };
  const { Authorization } = AKSKSigner.sign(request as never, credential as never) as Record<string, string>;
  return { ...headers, Authorization: Authorization ?? "" };
}
