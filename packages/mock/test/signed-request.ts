import { createHash, createHmac } from "node:crypto";

/** What a test signs; some values are wrong on purpose. */
export interface Signing {
  accessKey?: string;
  secretKey?: string;
  date?: string;
  headers?: Record<string, string>;
  signed?: string[];
  /** Body to sign, but not to send. */
  body?: string;
}

/** Signs a GET with `node:crypto`, independently of the code under test. The URL must be in canonical form. */
export function signedRequest(url: string, signing: Signing = {}): Request {
  const { accessKey = "AK", secretKey = "not-a-real-secret", date = "20260102T030405Z" } = signing;
  const { host, pathname, search } = new URL(url);
  const headers: Record<string, string> = { host, "x-sdk-date": date, ...signing.headers };
  const names = signing.signed ?? Object.keys(headers).sort();
  const canonical = [
    "GET",
    `${pathname}/`,
    search.slice(1),
    ...names.map((name) => `${name}:${headers[name]}`),
    "",
    names.join(";"),
    createHash("sha256")
      .update(signing.body ?? "")
      .digest("hex"),
  ].join("\n");
  const text = `SDK-HMAC-SHA256\n${date}\n${createHash("sha256").update(canonical).digest("hex")}`;
  const signature = createHmac("sha256", secretKey).update(text).digest("hex");
  const { host: _, ...sent } = headers;
  const authorization = `SDK-HMAC-SHA256 Access=${accessKey}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
  return new Request(url, { headers: { ...sent, authorization } });
}
