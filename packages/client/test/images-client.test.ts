import createClient from "openapi-fetch";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createImagesClient, InputError, passwordAuth, ResponseError, tokenAuth } from "../src/index.ts";
import { eventually } from "./eventually.ts";
import { createTestClient, imagesFrom } from "./test-client.ts";

const PAGE = { images: imagesFrom(0, 2), total_count: 2 };
const PATH = "/v2/{project_id}/images";
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("options", () => {
  const auth = tokenAuth("not-a-real-token");
  test.each([
    [{ timeout: 0 }, "timeout is 0, but must be more than 0"],
    [{ timeout: Number.NaN }, "timeout is NaN"],
    [{ timeout: 300_001 }, "timeout is 300001, but must be at most 300000, unless fetch is set"],
    [{ deadline: -1 }, "deadline is -1"],
    [{ maxResponseBytes: 0 }, "maxResponseBytes is 0"],
  ])("rejects %o", (options, message) => {
    const create = () => createImagesClient({ region: "cn-north-4", projectId: "p", auth, ...options });
    expect(create).toThrow(InputError);
    expect(create).toThrow(message);
  });

  test("accepts the longest timeout of fetch", () => {
    createImagesClient({ region: "cn-north-4", auth, timeout: 300_000 });
  });

  test("keeps a longer timeout with a fetch that may wait for it", async () => {
    vi.useFakeTimers();
    const waitFor = (delay: number) =>
      createTestClient(
        async () => {
          await new Promise((resolve) => setTimeout(resolve, delay));
          return Response.json(PAGE);
        },
        { timeout: 600_000 },
      ).list();
    const settled = Promise.allSettled([waitFor(599_000), waitFor(601_000)]);
    await vi.runAllTimersAsync();
    const reason = expect.objectContaining({ code: "TIMED_OUT" });
    expect(await settled).toEqual([
      { status: "fulfilled", value: PAGE },
      { status: "rejected", reason },
    ]);
  });

  test.each([undefined, null, "not-a-real-token", {}])("rejects %o as auth without showing it", (wrong) => {
    const create = () => createImagesClient({ region: "cn-north-4", auth: wrong as never });
    expect(create).toThrow(InputError);
    expect(create).toThrow(/^auth must come from tokenAuth, passwordAuth or accessKeyAuth$/);
    expect(create).toThrow(expect.objectContaining({ field: "auth" }));
  });

  test("looks up globalThis.fetch for each call, so that interceptors are used", async () => {
    const images = createImagesClient({ region: "cn-north-4", projectId: "p", auth });
    vi.stubGlobal("fetch", async () => Response.json(PAGE));
    expect(await images.list()).toEqual(PAGE);
  });

  test("keeps a path prefix of the endpoint", async () => {
    let url = "";
    const options = { endpoint: "https://proxy.example/huawei/" };
    const images = createTestClient((request) => {
      url = request.url;
      return Response.json(PAGE);
    }, options);
    await images.list({ limit: 1 });
    expect(url).toBe("https://proxy.example/huawei/v2/p/images?limit=1");
  });
});

describe("project", () => {
  interface Project {
    readonly id: string;
    readonly name: string;
  }
  /** A client without a project ID whose IAM has `projects`, and the requests that it sent. */
  function createClientWithoutProject(projects: readonly Project[]) {
    const sent: string[] = [];
    const images = createTestClient(
      async (request) => {
        const { origin, pathname, search } = new URL(request.url);
        expect(request.headers.get("X-Auth-Token")).toBe("not-a-real-token");
        expect(request.method).toBe("GET");
        expect(request.headers.get("Content-Type")).toBe("application/json");
        sent.push(`${origin}${pathname}${search}`);
        await Promise.resolve();
        return Response.json(pathname === "/v3/projects" ? { projects, links: {} } : PAGE);
      },
      { projectId: undefined, region: "cn-north-4", endpoint: undefined },
    );
    return { images, sent };
  }
  const LOOKUP = "https://iam.myhuaweicloud.com/v3/projects?name=cn-north-4";

  test("looks up the project of the region once, for any number of calls", async () => {
    const { images, sent } = createClientWithoutProject([{ id: "p4", name: "cn-north-4" }]);
    await Promise.all([images.list(), images.list(), images.list()]);
    await images.list();
    expect(sent.filter((url) => url === LOOKUP)).toHaveLength(1);
    expect(
      sent.filter((url) => url === "https://workspace.cn-north-4.myhuaweicloud.com/v2/p4/images"),
    ).toHaveLength(4);
  });

  test.each([
    ["no project", []],
    [
      "2 projects",
      [
        { id: "a", name: "cn-north-4" },
        { id: "b", name: "cn-north-4" },
      ],
    ],
    ["no project", [{ id: "sub", name: "cn-north-4_sub" }]],
    ["no project", [{ id: "../other", name: "cn-north-4" }]],
    ["no project", [null, { name: "cn-north-4" }] as unknown as Project[]],
  ])("%s of that name is an error, and nothing is created", async (what, projects: Project[]) => {
    const { images, sent } = createClientWithoutProject(projects);
    await expect(images.list()).rejects.toThrow(ResponseError);
    await expect(images.list()).rejects.toThrow(`IAM has ${what} named "cn-north-4". Set projectId`);
    await expect(images.list()).rejects.toHaveProperty("reason", "project");
    expect(new Set(sent)).toEqual(new Set([LOOKUP]));
  });

  test("a response of IAM without projects is an error that says so", async () => {
    const { images } = createClientWithoutProject(null as unknown as Project[]);
    await expect(images.list()).rejects.toThrow(ResponseError);
    await expect(images.list()).rejects.toThrow("The response has status 200 but no projects");
  });

  test("a rejected lookup is an ApiError of IAM", async () => {
    const reject = () => Response.json({ error_code: "IAM.0006", error_msg: "no" }, { status: 403 });
    const images = createTestClient(reject, { projectId: undefined, region: "cn-north-4" });
    await expect(images.list()).rejects.toMatchObject({ status: 403, target: "iam" });
  });

  test("aborts the lookup when the last caller leaves", async () => {
    const signals: AbortSignal[] = [];
    const images = createTestClient(
      ({ signal }) => {
        signals.push(signal);
        return new Promise<never>(() => {});
      },
      { projectId: undefined, region: "cn-north-4" },
    );
    const stop = new AbortController();
    const leaving = images.list({}, { signal: stop.signal });
    await eventually(() => expect(signals).toHaveLength(1));
    stop.abort("bye");
    await expect(leaving).rejects.toBe("bye");
    await eventually(() => expect(signals[0]?.aborted).toBe(true));
  });

  test("rejects invalid input before the project is looked up", async () => {
    const { images, sent } = createClientWithoutProject([]);
    await expect(images.list({ limit: 1000 })).rejects.toThrow(InputError);
    expect(sent).toEqual([]);
  });

  test("cannot look up the project without a region", async () => {
    const images = createTestClient(() => Response.json(PAGE), { projectId: undefined });
    await expect(images.list()).rejects.toThrow("projectId or region is missing");
  });

  test("continues the lookup when one of several callers leaves", async () => {
    const { images } = createClientWithoutProject([{ id: "p4", name: "cn-north-4" }]);
    const stop = new AbortController();
    const leaving = images.list({}, { signal: stop.signal });
    const staying = images.list();
    stop.abort("bye");
    await expect(leaving).rejects.toBe("bye");
    expect(await staying).toEqual(PAGE);
  });
});

describe("the underlying openapi-fetch client", () => {
  test("returns the data and the response", async () => {
    const images = createTestClient(() => Response.json(PAGE, { headers: { "X-Request-Id": "r1" } }));
    const { data, error, response } = await images.http.GET(PATH, { params: { path: { project_id: "p" } } });
    expect(data).toEqual(PAGE);
    expect(error).toBeUndefined();
    expect(response.headers.get("X-Request-Id")).toBe("r1");
  });

  test("sends the project of the client when it is given none, and looks it up if needed", async () => {
    const sent: string[] = [];
    const respond = (request: Request) => {
      sent.push(new URL(request.url).pathname);
      return Response.json(
        request.url.includes("/v3/projects") ? { projects: [{ id: "p4", name: "cn-north-4" }] } : PAGE,
      );
    };
    const images = createTestClient(respond);
    await images.http.GET(PATH);
    await images.http.GET(PATH, { params: { query: { limit: 1 } } });
    expect(sent).toEqual(["/v2/p/images", "/v2/p/images"]);
    const looking = createTestClient(respond, { projectId: undefined, region: "cn-north-4" });
    await looking.http.GET(PATH);
    expect(sent.slice(2)).toEqual(["/v3/projects", "/v2/p4/images"]);
  });

  test.each(Object.keys(createClient()).filter((name) => /^(?!TRACE)[A-Z]+$/.test(name)))(
    "fills in the project for %s, too, which the types may not allow",
    async (method) => {
      const sent: string[] = [];
      const createHttp = (options?: { readonly projectId: undefined }) => {
        const respond = (request: Request) => {
          sent.push(`${request.method} ${new URL(request.url).pathname}`);
          return Response.json(PAGE);
        };
        const http: object = createTestClient(respond, options).http;
        return http as Record<string, (...args: unknown[]) => Promise<unknown>>;
      };
      const http = createHttp();
      for (const init of [undefined, {}, { params: {} }, { params: { path: {} } }, { fetch: undefined }]) {
        await http[method]?.(PATH, init);
      }
      await http["request"]?.(method.toLowerCase(), PATH);
      expect(sent).toEqual(Array.from({ length: 6 }, () => `${method} /v2/p/images`));
      const reading = createHttp({ projectId: undefined })[method]?.(PATH);
      await expect(reading).rejects.toThrow("projectId or region is missing");
      expect(sent).toHaveLength(6);
    },
  );

  test("throws a failure of IAM, which is not an error body of Workspace", async () => {
    const error = { code: 401, message: "The username or password is wrong.", title: "Unauthorized" };
    const images = createTestClient(() => Response.json({ error }, { status: 401 }), {
      auth: passwordAuth({ user: "u", password: "not-a-real-password", account: "a" }),
    });
    const reading = images.http.GET(PATH, { params: { path: { project_id: "p" } } });
    await expect(reading).rejects.toMatchObject({ code: "API_ERROR", errorMessage: error.message });
  });

  test.each(["", 0, null, false, Number.NaN, 0n])(
    "throws the reason %o of an abort unchanged",
    async (reason) => {
      const images = createTestClient(
        ({ signal }) =>
          new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
      );
      const stop = new AbortController();
      const init = { params: { path: { project_id: "p" } }, signal: stop.signal };
      const settled = Promise.allSettled([
        images.http.GET(PATH, init),
        images.http.request("get", PATH, init),
        images.http.HEAD(PATH as never, init as never),
        images.list({}, init),
      ]);
      setTimeout(() => stop.abort(reason), 5);
      expect(await settled).toEqual(Array.from({ length: 4 }, () => ({ status: "rejected", reason })));
    },
  );

  test("rejects what the description does not allow", async () => {
    const images = createTestClient(() => Response.json(PAGE));
    const query = { limit: 500 };
    await expect(images.http.GET(PATH, { params: { path: { project_id: "p" }, query } })).rejects.toThrow(
      "limit is 500",
    );
  });

  test("middleware can change the requests and responses of list, too", async () => {
    const images = createTestClient((request) =>
      Response.json({ images: [{ id: request.headers.get("X-Extra") }] }),
    );
    images.http.use({
      onRequest: ({ request }) => request.headers.set("X-Extra", "one"),
      async onResponse({ response }) {
        const { images: list } = (await response.clone().json()) as { images: { id: string }[] };
        return Response.json({ images: [...list, { id: "two" }] });
      },
    });
    expect(await images.list()).toEqual({ images: [{ id: "one" }, { id: "two" }] });
  });

  test("a response of middleware that is not JSON is a ResponseError", async () => {
    const images = createTestClient(() => Response.json(PAGE));
    images.http.use({ onRequest: () => new Response("<html>") });
    await expect(images.list()).rejects.toThrow(ResponseError);
    await expect(images.list()).rejects.toThrow("its body is not a JSON object");
    await expect(images.list()).rejects.toHaveProperty("reason", "not-json");
  });

  test("an abort ends a call whose middleware hangs", async () => {
    const images = createTestClient(() => Response.json(PAGE));
    images.http.use({ onRequest: () => new Promise<never>(() => {}) });
    await expect(images.list({}, { signal: AbortSignal.abort("enough") })).rejects.toBe("enough");
  });

  test("a response of middleware without images is not an empty listing", async () => {
    const images = createTestClient(() => Response.json(PAGE));
    const replacement = { onRequest: () => Response.json({ nothing: true }) };
    images.http.use(replacement);
    await expect(images.list()).rejects.toThrow(ResponseError);
    await expect(images.list()).rejects.toThrow("no images, each with an id");
    await expect(images.list()).rejects.toHaveProperty("reason", "incomplete");
    images.http.eject(replacement);
    images.http.use({ onRequest: () => new Response("", { status: 503 }) });
    await expect(images.list()).rejects.toMatchObject({ code: "API_ERROR", status: 503 });
  });
});
