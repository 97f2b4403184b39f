import { BasicCredentials } from "@huaweicloud/huaweicloud-sdk-core";
import { AKSKSigner } from "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js";
import { startMockServer } from "@workspace-images/mock-server";
import { expect, test } from "vitest";
import { sendRaw } from "./raw-request.ts";

const credentials = new BasicCredentials({ ak: "AK", sk: "not-a-real-secret" });

test.each<[string, string, BufferEncoding, number]>([
  ["ASCII", "team", "utf8", 200],
  ["a character of ISO 8859-1, as UTF-8", "café", "utf8", 200],
  ["Chinese, as UTF-8", "云桌面", "utf8", 200],
  ["the bytes of ISO 8859-1, signed as UTF-8", "café", "latin1", 401],
])(
  "a signature of the official SDK is checked over the bytes of a header: %s",
  async (_, value, encoding, status) => {
    await using server = await startMockServer({ accessKeys: { AK: "not-a-real-secret" } });
    const { host } = new URL(server.url);
    const endpoint = `${server.url}/v2/p/images`;
    const request = {
      endpoint,
      method: "GET",
      headers: { "X-Team": value },
      queryParams: {},
      pathParams: {},
    };
    const signed: Record<string, string> = AKSKSigner.sign(request as never, credentials);
    const headers = Object.entries({ ...signed, host, Connection: "close" }).map(
      ([name, text]) => `${name}: ${Buffer.from(text, encoding).toString("latin1")}\r\n`,
    );
    const response = await sendRaw(server.url, `GET /v2/p/images HTTP/1.1\r\n${headers.join("")}\r\n`);
    expect(response.status).toBe(status);
  },
);
