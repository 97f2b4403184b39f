import { inspect } from "node:util";
import { expect, test } from "vitest";
import {
  ApiError,
  ConnectionError,
  InputError,
  isWorkspaceImagesError,
  ResponseError,
  TimeoutError,
  tokenAuth,
  WorkspaceImagesError,
} from "../../src/index.ts";
import { createTestClient } from "../test-client.ts";

const ERROR = { error_code: "WKS.00211302", error_msg: "Something is wrong" };

const all = [
  [new InputError("m"), "InputError", "INVALID_INPUT"],
  [new ApiError({ status: 404 }), "ApiError", "API_ERROR"],
  [new ConnectionError("m"), "ConnectionError", "CONNECTION_FAILED"],
  [new TimeoutError("m"), "TimeoutError", "TIMED_OUT"],
  [new ResponseError("m", "not-json"), "ResponseError", "UNTRUSTED_RESPONSE"],
] as const;

/** Another copy of the module, as if two versions of the package were in one program. */
async function importCopy(): Promise<typeof import("../../src/errors/errors.ts")> {
  const file = "../../src/errors/errors.ts?copy";
  return import(file);
}

test.each(all)("%o is an Error with its own name and code", (error, name, code) => {
  expect(error).toBeInstanceOf(Error);
  expect(error).toBeInstanceOf(WorkspaceImagesError);
  expect(error).toMatchObject({ name, code });
  expect(String(error)).toBe(`${name}: ${error.message}`);
  expect(isWorkspaceImagesError(error)).toBe(true);
});

test("recognizes an error of another copy of the package, by its code", async () => {
  const copy = await importCopy();
  const error: unknown = new copy.ApiError({ status: 403 });
  expect(error).not.toBeInstanceOf(WorkspaceImagesError);
  expect(isWorkspaceImagesError(error)).toBe(true);
  expect(copy.isWorkspaceImagesError(new TimeoutError("m"))).toBe(true);
  expect(isWorkspaceImagesError(error) && error.code === "API_ERROR" && error.status).toBe(403);
});

test.each([new Error("m"), new TypeError("m"), { code: "API_ERROR" }, "API_ERROR", null, undefined, 7])(
  "%o is not an error of this package",
  (value) => {
    expect(isWorkspaceImagesError(value)).toBe(false);
  },
);

test("the message of an ApiError contains status, code and text", () => {
  const error = new ApiError({ status: 404, errorCode: "WKS.1", errorMessage: "No such project" });
  expect(error.message).toBe("404 WKS.1: No such project");
  const ofIam = { status: 401, errorCode: "401", errorMessage: "The password is wrong" };
  expect(new ApiError(ofIam).message).toBe("401: The password is wrong");
  expect(new ApiError({ status: 502 }).message).toBe("502: no readable error body");
});

async function failWith(...responses: (() => Response)[]) {
  let count = 0;
  const respond = () => {
    const next = responses[count++];
    if (next) return next();
    throw Object.assign(new TypeError("fetch failed"), { cause: new Error("connect ECONNREFUSED") });
  };
  const images = createTestClient(respond, { retry: { attempts: responses.length || 1, baseDelay: 1 } });
  const error = await images.list({ os_type: "it's" }).catch((thrown: unknown) => thrown);
  if (isWorkspaceImagesError(error)) return error;
  throw error;
}

test("a report contains the request, each attempt with its time, and a command line without the credential", async () => {
  const busy = () => Response.json(ERROR, { status: 503, headers: { "X-Request-Id": "r1" } });
  const error = await failWith(busy, () =>
    Response.json(ERROR, { status: 404, headers: { "X-Request-Id": "r2" } }),
  );
  const url = "https://workspace.example/v2/p/images?os_type=it%27s";
  const attempt = { startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/), duration: expect.any(Number) };
  const text = "WKS.00211302: Something is wrong";
  expect(error.toReport()).toEqual({
    name: "ApiError",
    code: "API_ERROR",
    message: `404 ${text}`,
    status: 404,
    target: "images",
    errorCode: "WKS.00211302",
    errorMessage: "Something is wrong",
    requestId: "r2",
    request: { method: "GET", url },
    attempts: [
      { ...attempt, status: 503, requestId: "r1", error: `ApiError: 503 ${text}` },
      { ...attempt, status: 404, requestId: "r2", error: `ApiError: 404 ${text}` },
    ],
    curl: `curl -i -X GET -H "X-Auth-Token: $TOKEN" -H "Content-Type: application/json" '${url}'`,
  });
});

test("the times of a report are those of the attempt", async () => {
  const respond = async () => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    return new Response("", { status: 404 });
  };
  const before = Date.now();
  const error = await createTestClient(respond)
    .list()
    .catch((thrown: ApiError) => thrown);
  const after = Date.now();
  const [{ startedAt, duration } = expect.fail("There was no attempt")] = (error as ApiError).toReport()
    .attempts;
  // Times and durations are rounded.
  expect(duration).toBeGreaterThanOrEqual(28);
  expect(Date.parse(startedAt)).toBeGreaterThanOrEqual(before - 2);
  expect(Date.parse(startedAt) + duration).toBeLessThanOrEqual(after + 2);
});

test("the URL in a command line is one argument, whatever its path is", async () => {
  const endpoint = "https://workspace.example/it's;reboot'";
  const images = createTestClient(() => new Response("", { status: 404 }), { endpoint });
  const error = await images.list().catch((thrown: ApiError) => thrown);
  const url = "https://workspace.example/it%27s;reboot%27/v2/p/images";
  expect((error as ApiError).toReport().curl).toMatch(new RegExp(`^[^']* '${url}'$`));
});

test("a report of a lost connection says why", async () => {
  const error = await failWith();
  expect(error).toMatchObject({
    cause: { message: "fetch failed", cause: { message: "connect ECONNREFUSED" } },
  });
  expect(error.toReport().attempts).toMatchObject([
    { error: "ConnectionError: No complete response arrived: connect ECONNREFUSED" },
  ]);
});

test.each([undefined, null, "", new Error("")])(
  "the error of a lost connection says that no reason was given: %o",
  async (reason) => {
    const images = createTestClient(() => Promise.reject(reason));
    await expect(images.list()).rejects.toThrow("No complete response arrived: no reason was given");
  },
);

test.each([
  ["wrong input", {}, { limit: 1000 }],
  ["a wrong token", { auth: tokenAuth(() => "") }, {}],
  ["a provider that takes too long", { auth: tokenAuth(() => new Promise(() => {})), deadline: 20 }, {}],
])("a report of %s contains no request, because nothing was sent", async (_kind, options, query) => {
  const images = createTestClient(() => Response.json({}), options);
  const error = await images.list(query).catch((thrown: InputError) => thrown);
  const { request, curl, attempts } = (error as InputError).toReport();
  expect({ request, curl, attempts }).toEqual({ request: undefined, curl: undefined, attempts: [] });
});

test("a report of a deadline contains the attempts before it", async () => {
  const auth = tokenAuth(({ rejected }) => (rejected ? new Promise(() => {}) : "not-a-real-token"));
  const images = createTestClient(() => new Response("", { status: 401 }), { auth, deadline: 50 });
  const error = await images.list().catch((thrown: TimeoutError) => thrown);
  expect((error as TimeoutError).toReport()).toMatchObject({
    name: "TimeoutError",
    message: "The call did not end within its deadline of 50 ms",
    request: { method: "GET" },
    attempts: [{ status: 401 }],
  });
});

test("a report is plain data, and a new copy each time", async () => {
  const error = await failWith(() => Response.json(ERROR, { status: 404 }));
  const report = error.toReport();
  expect(structuredClone(report)).toEqual(report);
  (report.attempts as unknown[]).length = 0;
  expect(error.toReport().attempts).toHaveLength(1);
});

test("inspecting or serializing an error shows its details, but neither request nor response", async () => {
  const error = await failWith(() => Response.json({ ...ERROR, more: "of the response" }, { status: 404 }));
  const shown = inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error);
  expect(shown).toContain("WKS.00211302");
  expect(shown).not.toMatch(/of the response|Headers|workspace\.example/);
});

test("the message of the service is cut after 1000 characters", async () => {
  const error = await failWith(() => Response.json({ error_msg: "x".repeat(1e6) }, { status: 400 }));
  expect(error).toMatchObject({ errorMessage: "x".repeat(1000) });
});

test.each([
  [{ error_code: "WKS.1", error_msg: "flat" }, "WKS.1", "flat"],
  [{ error: { code: 401, message: "nested" } }, "401", "nested"],
  [{ error_code: 7, error_msg: null }, "7", undefined],
  [{ error_code: { toString: 1 }, error_msg: ["list"] }, undefined, undefined],
  [{ error: "text" }, undefined, undefined],
  [[], undefined, undefined],
  [null, undefined, undefined],
])("reads the error body %j", async (body, errorCode, errorMessage) => {
  const error = await failWith(() => Response.json(body, { status: 400 }));
  expect(error).toMatchObject({ code: "API_ERROR", status: 400, errorCode, errorMessage });
});

test("the request ID comes from the header, else from the body", async () => {
  const withHeader = { status: 400, headers: { "X-Request-Id": "header" } };
  expect(await failWith(() => Response.json({ request_id: "body" }, withHeader))).toMatchObject({
    requestId: "header",
  });
  expect(await failWith(() => Response.json({ request_id: "body" }, { status: 400 }))).toMatchObject({
    requestId: "body",
  });
});
