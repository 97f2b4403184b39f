import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { paths } from "@workspace-images/client";
import { type MockServer, startMockServer } from "@workspace-images/mock-server";
import createClient from "openapi-fetch";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  ACCESS_KEY,
  PROJECT,
  REGION,
  SECRET_KEY,
  SECURITY_TOKEN,
  serviceOptions,
  TEMPORARY_KEY,
  TOKEN,
} from "../fuzz/service-options.ts";
import { type GeneratedModule, generateClient } from "./generated-client.ts";
import { createSdkListing } from "./huawei-sdk.ts";

const run = promisify(execFile);

let server: MockServer;
beforeAll(async () => {
  server = await startMockServer({ ...serviceOptions, now: Date.now });
});
beforeEach(() => server.mock.reset());
afterAll(() => server.close());

const query = { os_type: "Windows", sort_type: "desc", limit: 1 } as const;
const ids = (page: { readonly images?: readonly { readonly id: string }[] } | undefined) =>
  page?.images?.map(({ id }) => id);

describe("the core of the official SDK", () => {
  const accessKey = ACCESS_KEY;
  const secretKey = SECRET_KEY;

  test("lists images with an access key", async () => {
    const page = await createSdkListing(server.url, { accessKey, secretKey, projectId: PROJECT })(query);
    expect(page).toMatchObject({ httpStatusCode: 200, total_count: 2 });
    expect(ids(page)).toEqual(["win-11"]);
  });

  test("lists images with a temporary access key", async () => {
    const temporary = { accessKey: TEMPORARY_KEY, secretKey, securityToken: SECURITY_TOKEN };
    const page = await createSdkListing(server.url, { ...temporary, projectId: PROJECT })(query);
    expect(ids(page)).toEqual(["win-11"]);
  });

  test("looks up its project", async () => {
    const page = await createSdkListing(server.url, { accessKey, secretKey, region: REGION })(query);
    expect(ids(page)).toEqual(["win-11"]);
    expect(server.mock.requests.map(({ path }) => path)).toEqual(["/v3/projects", `/v2/${PROJECT}/images`]);
  });

  test.each([
    ["a wrong secret key", { accessKey, secretKey: "another" }, "verify aksk signature fail"],
    ["an unknown access key", { accessKey: "NOBODY", secretKey }, "ak not exist"],
  ])("is rejected with %s", async (_what, keys, message) => {
    const listing = createSdkListing(server.url, { ...keys, projectId: PROJECT });
    await expect(listing({})).rejects.toMatchObject({
      httpStatusCode: 401,
      errorCode: "APIGW.0301",
      errorMsg: expect.stringContaining(message),
      requestId: expect.stringMatching(/^[\da-f]{32}$/),
    });
  });
});

describe("a client by redocly generate-client", () => {
  let folder: string;
  let generated: GeneratedModule;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "generated-client-"));
    generated = await generateClient(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const connect = (token: string) =>
    generated.createClient(generated.OPERATIONS, {
      serverUrl: server.url,
      auth: { apiKey: { XAuthToken: token } },
      retry: { retries: 2 },
    });

  test("lists images, and retries when the service is busy", async () => {
    server.mock.inject({ status: 429, retryAfter: 0 });
    const page = await connect(TOKEN).listImages({ path: { project_id: PROJECT }, query });
    expect(ids(page)).toEqual(["win-11"]);
    expect(page.total_count).toBe(2);
    expect(server.mock.requests).toHaveLength(2);
  });

  test("is rejected with a wrong token", async () => {
    const rejected = connect("another").listImages({ path: { project_id: PROJECT } });
    await expect(rejected).rejects.toMatchObject({ status: 401, body: { error_code: "APIGW.0301" } });
  });
});

describe("openapi-fetch", () => {
  const get = (token: string) =>
    createClient<paths>({ baseUrl: server.url }).GET("/v2/{project_id}/images", {
      params: { path: { project_id: PROJECT }, query },
      headers: { "X-Auth-Token": token },
    });

  test("lists images", async () => {
    const { data, response } = await get(TOKEN);
    expect(response.status).toBe(200);
    expect(ids(data)).toEqual(["win-11"]);
  });

  test("is rejected with a wrong token", async () => {
    const { data, error, response } = await get("another");
    expect(response.status).toBe(401);
    expect(data).toBeUndefined();
    expect(error).toHaveProperty("error_code", "APIGW.0301");
  });
});

const hasCurl = await run("curl", ["--version"]).then(
  () => true,
  () => false,
);

describe("curl", () => {
  const curl = async (...args: string[]) => {
    const { stdout } = await run("curl", ["-sS", "--noproxy", "*", "--write-out", "\n%{http_code}", ...args]);
    const [body = "", status] = stdout.split(/\n(?=\d{3}$)/);
    return { status: Number(status), body: JSON.parse(body) };
  };

  if (hasCurl) {
    test("lists images", async () => {
      const url = `${server.url}/v2/${PROJECT}/images?os_type=Windows&sort_type=desc&limit=1`;
      const { status, body } = await curl(url, "-H", `X-Auth-Token: ${TOKEN}`);
      expect(status).toBe(200);
      expect(ids(body)).toEqual(["win-11"]);
    });

    test("is rejected without credentials", async () => {
      const { status, body } = await curl(`${server.url}/v2/${PROJECT}/images`);
      expect(status).toBe(401);
      expect(body).toHaveProperty("error_code", "APIGW.0301");
    });
  } else {
    test("is not installed here, so it was not run", () => expect(hasCurl).toBe(false));
  }
});
