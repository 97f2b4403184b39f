import { expect, test } from "vitest";
import { receive } from "../src/requests/received-request.ts";
import { canonicalQuery, canonicalRequests, sign } from "../src/service/signature.ts";

const asItIs = (_: string, value: string) => value;

async function canonical(url: string, init: RequestInit, signed: string[]): Promise<string[]> {
  return canonicalRequests(await receive(new Request(url, init), 0), signed, asItIs);
}

const vpcs = "https://service.region.example.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd";
const listing = `${vpcs}/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0`;
const resources = "https://service.endpoint.myhuaweicloud.com/resources?size=1";
const go = "https://example.huaweicloud.com/path";

// Published tests of the official SDKs; their secret key is "SecretKey".
test.each([
  [
    "Java 1",
    "GET",
    listing,
    "",
    "20191115T033655Z",
    "host;x-sdk-date",
    "fd95e7da6f695cfb4cabbb9d6b0968aec155bc576b064835282473539ae9ea1d",
  ],
  [
    "Java 2",
    "POST",
    `${vpcs}/vpc/123`,
    '{"key":"value"}',
    "20191115T033655Z",
    "host;x-sdk-date",
    "b5649aa774f6cac7437631662f08815fc65c70e40e486df6db2436ce68902771",
  ],
  [
    "Python 1",
    "GET",
    resources,
    "",
    "20200608T023900Z",
    "host;x-sdk-date",
    "cfb4171acec81de07d50e53d57eb77edd537414d66ddb1d7d780f128e12cd842",
  ],
  [
    "Python 2",
    "POST",
    resources,
    '{"name":"test","id":1}',
    "20200608T023900Z",
    "host;x-sdk-date",
    "436b1ac0a1ae03705934bb70ef2f2e09f7bfed2117d731a38235053199323a1f",
  ],
  [
    "Go 1",
    "GET",
    `${go}?limit=1`,
    "",
    "20060102T150405Z",
    "x-sdk-date",
    "5a2ce64c865e0e6046321c6f3d5a77ba8413eeaf355c3166c03d58d02ac79624",
  ],
  [
    "Go 2",
    "POST",
    `${go}?key=value`,
    '{"Name":"test","Id":1}\n',
    "20060102T150405Z",
    "x-sdk-date",
    "cecc2af119b18ab70b4d094c0750f3b42c02f254903179a0fc2cc72fc9db4f59",
  ],
])("reproduces the published signature of %s", async (_, method, url, body, date, signed, expected) => {
  const init = { method, headers: { "X-Sdk-Date": date }, ...(body && { body }) };
  const [text = ""] = await canonical(url, init, signed.split(";"));
  expect(await sign(text, date, "SecretKey")).toBe(expected);
});

test("reproduces the canonical request of the signing guide", async () => {
  const headers = { "Content-Type": "application/json", "X-Sdk-Date": "20191115T033655Z" };
  const texts = await canonical(listing, { headers }, ["content-type", "host", "x-sdk-date"]);
  expect(texts).toHaveLength(1);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(texts[0]));
  const published = "b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a";
  expect(Buffer.from(digest).toString("hex")).toBe(published);
});

test("sorts a query by name, then by value, and encodes it strictly", () => {
  const query = new URLSearchParams([
    ["limit", "1"],
    ["enable", "true"],
    ["test", "一 (&=?!#%.*)"],
    ["path", "/tmp/123"],
    ["multi", "3"],
    ["multi", "1"],
    ["multi", "2"],
    ["Z", ""],
  ]);
  expect(canonicalQuery(query)).toBe(
    "Z=&enable=true&limit=1&multi=1&multi=2&multi=3&path=%2Ftmp%2F123&test=%E4%B8%80%20%28%26%3D%3F%21%23%25.%2A%29",
  );
});

test("returns two canonical requests for a path with a percent sign, one for any other path", async () => {
  const paths = async (path: string) =>
    (await canonical(`https://host.test${path}`, {}, [])).map((text) => text.split("\n")[1]);
  expect(await paths("/")).toEqual(["/"]);
  expect(await paths("/v2/p/images")).toEqual(["/v2/p/images/"]);
  expect(await paths("/v2/p/images/")).toEqual(["/v2/p/images/"]);
  expect(await paths("/a b(c)")).toEqual(["/a%20b%28c%29/", "/a%2520b%28c%29/"]);
  expect(await paths("/%zz")).toEqual(["/%25zz/"]);
});

test("includes the port in the host unless it is the default port", async () => {
  const host = async (url: string) => (await canonical(url, {}, ["host"]))[0]?.split("\n")[3];
  expect(await host("https://host.test:443/")).toBe("host:host.test");
  expect(await host("http://127.0.0.1:4010/")).toBe("host:127.0.0.1:4010");
});
