import {
  ApiError,
  createImagesClient,
  type ImagesQuery,
  InputError,
  tokenAuth,
} from "@workspace-images/client";
import { type MockServer, startMockServer } from "@workspace-images/mock-server";
import { facts } from "@workspace-images/spec/facts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { examples, queryBounds, statuses } from "./description.ts";

const PROJECT = "29dfe82ada564ac2b927e1ff036d9a9b";
const TOKEN = "a-token-that-is-not-real";

let server: MockServer;
beforeAll(async () => {
  server = await startMockServer();
});
afterAll(() => server.close());

/** A client of the server whose requests have `Prefer`, and the paths that it has requested. */
function connect(prefer = "", projectId = PROJECT) {
  const sent: string[] = [];
  const images = createImagesClient({
    endpoint: server.url,
    projectId,
    auth: tokenAuth(TOKEN),
    retry: false,
    fetch(input, init) {
      const request = new Request(input, init);
      if (prefer) request.headers.set("Prefer", prefer);
      sent.push(request.url.slice(server.url.length));
      return fetch(request);
    },
  });
  return { images, sent };
}

/** Sends a request without the input guard of the client. */
function send(query: string, headers: Record<string, string> = { "X-Auth-Token": TOKEN }): Promise<Response> {
  return fetch(`${server.url}/v2/${PROJECT}/images${query}`, { headers });
}

describe("documented requests", () => {
  test.each(facts.operations.listImages.requests)("the client sends $url as documented", async ({ url }) => {
    const [, , project] = url.split("/");
    const { searchParams } = new URL(url, server.url);
    const { images, sent } = connect("example=documented", project);
    const page = await images.list(Object.fromEntries(searchParams) as ImagesQuery);
    expect(sent).toEqual([url]);
    expect(page).toEqual(examples.find(({ name }) => name === "documented")?.value);
  });
});

describe("statuses", () => {
  test.each(statuses.filter((status) => status >= 400))(
    "%i becomes an ApiError, and a typed error of `http`",
    async (status) => {
      const { images } = connect(`code=${status}`);
      const example = examples.find((one) => one.status === status)?.value as {
        error_code: string;
        error_msg: string;
      };
      const failure = await images.list().catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ApiError);
      expect(failure).toMatchObject({
        status,
        errorCode: example.error_code,
        errorMessage: example.error_msg,
      });
      expect(failure).toHaveProperty("requestId", expect.stringMatching(/^[\da-f]{32}$/));

      const { data, error, response } = await images.http.GET("/v2/{project_id}/images", {
        params: { path: { project_id: PROJECT } },
      });
      expect(data).toBeUndefined();
      expect(error).toEqual(example);
      expect(response.status).toBe(status);
    },
  );
});

describe("examples", () => {
  test.each(examples)(
    "$status $name is reachable and conforms to the description",
    async ({ status, name, value }) => {
      const response = await send("", { "X-Auth-Token": TOKEN, Prefer: `code=${status}, example=${name}` });
      expect(response.headers.get("sl-violations")).toBeNull();
      expect(response.status).toBe(status);
      expect(await response.json()).toEqual(value);
    },
  );

  test("the client returns each page unchanged", async () => {
    for (const { status, name, value } of examples) {
      if (status === 200) expect(await connect(`example=${name}`).images.list()).toEqual(value);
    }
  });

  test("the single page is the first example", async () => {
    const { images } = connect("code=200");
    expect(await images.list()).toEqual(examples.find(({ name }) => name === "singlePage")?.value);
  });
});

describe("parameters", () => {
  const cases = <T>(pick: (bounds: (typeof queryBounds)[number]) => readonly T[]) =>
    queryBounds.flatMap((bounds) => pick(bounds).map((value) => ({ name: bounds.name, value })));

  test.each(cases(({ allowed }) => allowed))(
    "the client and Prism allow $name=$value",
    async ({ name, value }) => {
      const { images, sent } = connect();
      await images.list({ [name]: value });
      expect(sent).toEqual([`/v2/${PROJECT}/images?${name}=${value}`]);
    },
  );

  test.each(cases(({ rejected }) => rejected))(
    "the client and Prism reject $name=$value",
    async ({ name, value }) => {
      const { images, sent } = connect();
      await expect(images.list({ [name]: value })).rejects.toThrow(InputError);
      expect(sent).toEqual([]);
      expect((await send(`?${name}=${value}`)).status).toBe(400);
    },
  );
});

describe("credentials", () => {
  test.each([
    ["none", {}],
    ["an empty token", { "X-Auth-Token": "" }],
    [
      "a signature without its date",
      { Authorization: "SDK-HMAC-SHA256 Access=a, SignedHeaders=host, Signature=b" },
    ],
    ["a date without a signature", { "X-Sdk-Date": "20261123T000000Z" }],
  ])("%s is rejected with 401", async (_what, headers: Record<string, string>) => {
    const response = await send("", headers);
    expect(response.status).toBe(401);
    expect(await response.json()).toHaveProperty("error_code", "APIGW.0301");
  });

  test.each([
    ["a token", { "X-Auth-Token": TOKEN }],
    [
      "a signature with its date",
      { Authorization: "SDK-HMAC-SHA256 Access=a", "X-Sdk-Date": "20261123T000000Z" },
    ],
  ])("%s is accepted", async (_what, headers: Record<string, string>) => {
    expect((await send("", { ...headers, Prefer: "code=200" })).status).toBe(200);
  });

  test("the client sends its token and the documented Content-Type", async () => {
    let headers = new Headers();
    const images = createImagesClient({
      endpoint: server.url,
      projectId: PROJECT,
      auth: tokenAuth(TOKEN),
      fetch(input, init) {
        const request = new Request(input, init);
        headers = request.headers;
        return fetch(request);
      },
    });
    await images.list();
    expect(headers.get("X-Auth-Token")).toBe(TOKEN);
    expect(headers.get("Content-Type")).toBe("application/json");
  });
});

describe("fields", () => {
  const TYPES: Record<string, readonly string[]> = {
    id: ["string"],
    image_type: ["string"],
    os_type: ["string"],
    os_version: ["string"],
    disk_format: ["string"],
    name: ["string"],
    min_ram: ["number"],
    min_disk: ["number"],
    product_code: ["string", "object"],
    architecture: ["string"],
    created_at: ["string"],
    kms_id: ["string", "object"],
  };

  test("an ordinary page has every field with its type", async () => {
    const page = await connect("code=200").images.list();
    expect(typeof page.total_count).toBe("number");
    expect(page.images.length).toBeGreaterThan(0);
    for (const image of page.images) {
      expect(Object.keys(image).sort()).toEqual(Object.keys(TYPES).sort());
      for (const [field, value] of Object.entries(image)) expect(TYPES[field]).toContain(typeof value);
    }
  });
});
