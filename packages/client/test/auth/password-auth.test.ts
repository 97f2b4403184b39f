import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  ApiError,
  type ImagesClientOptions,
  InputError,
  type PasswordAuthOptions,
  passwordAuth,
  ResponseError,
} from "../../src/index.ts";
import { eventually } from "../eventually.ts";
import { createTestClient, imagesFrom } from "../test-client.ts";

const IAM = "https://iam.example";
const PROJECT = "0123456789abcdef0123456789abcdef";
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const password = 'canary-"password"';
const user: PasswordAuthOptions = { user: "IAMUser", password, account: "IAMDomain" };
const page = () => Response.json({ images: imagesFrom(0, 1), total_count: 1 });
const rejection = (message = "The username or password is wrong.") =>
  Response.json({ error: { code: 401, message, title: "Unauthorized" } }, { status: 401 });

/** Waits for work in the background. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

interface SignIn {
  readonly request: Request;
  readonly body: {
    readonly auth: { readonly identity: Record<string, unknown>; readonly scope: Record<string, unknown> };
  };
}

/** IAM and Workspace in one `fetch`, controlled by the test. */
function createCloud() {
  const signIns: SignIn[] = [];
  const listings: (string | null)[] = [];
  let valid = "";
  const cloud = {
    signIns,
    /** The tokens of the requests for images. */
    listings,
    /** Milliseconds by which the clock of IAM is ahead of ours. */
    ahead: 0,
    /** Response of IAM; a token by default. */
    signIn: async (_request: Request): Promise<Response> => cloud.issue(),
    list: (token: string | null): Response | Promise<Response> =>
      token === valid
        ? page()
        : Response.json(
            { error_code: "APIGW.0307", error_msg: "The token must be updated." },
            { status: 401 },
          ),
    issue(headers: Record<string, string> = {}, details: Record<string, unknown> = {}): Response {
      valid = `canary-token-${signIns.length}`;
      const issued = Date.now() + cloud.ahead;
      const format = (time: number) => new Date(time).toISOString().replace("Z", "000Z");
      const token = {
        issued_at: format(issued),
        expires_at: format(issued + DAY),
        project: { id: PROJECT, name: "cn-north-4" },
        ...details,
      };
      return Response.json({ token }, { status: 201, headers: { "X-Subject-Token": valid, ...headers } });
    },
    /** Invalidates the last token. */
    expire() {
      valid = "nothing";
    },
    createClient(auth = passwordAuth(user), options: Partial<ImagesClientOptions> = {}) {
      const respond = async (request: Request) => {
        const { pathname } = new URL(request.url);
        if (pathname === "/v3/auth/tokens") {
          signIns.push({ request, body: await request.clone().json() });
          return cloud.signIn(request);
        }
        if (pathname === "/v3/projects")
          return Response.json({ projects: [{ id: PROJECT, name: "cn-north-4" }] });
        const token = request.headers.get("X-Auth-Token");
        listings.push(token);
        return cloud.list(token);
      };
      return createTestClient(respond, { auth, iamEndpoint: IAM, projectId: PROJECT, ...options });
    },
  };
  return cloud;
}

/** A response that the test provides later; an abort of the request ends it. */
function createPending() {
  let give: (response: Response) => void = () => {};
  const response = new Promise<Response>((resolve) => {
    give = resolve;
  });
  const until = (request: Request) =>
    new Promise<Response>((resolve, reject) => {
      response.then(resolve);
      request.signal.addEventListener("abort", () => reject(request.signal.reason));
    });
  return { give, until };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance"], now: Date.UTC(2026, 0, 2, 3, 4, 5) });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("sign-in", () => {
  test("requests a token for the project, without the service catalogue", async () => {
    const cloud = createCloud();
    await cloud.createClient().list();
    const [{ request, body } = expect.fail("IAM was not asked")] = cloud.signIns;
    expect(request.method).toBe("POST");
    expect(request.url).toBe(`${IAM}/v3/auth/tokens?nocatalog=true`);
    expect(request.headers.get("Content-Type")).toBe("application/json;charset=utf8");
    expect(request.headers.has("X-Auth-Token")).toBe(false);
    expect(body).toEqual({
      auth: {
        identity: {
          methods: ["password"],
          password: { user: { name: "IAMUser", password, domain: { name: "IAMDomain" } } },
        },
        scope: { project: { id: PROJECT } },
      },
    });
    expect(cloud.listings).toEqual(["canary-token-1"]);
  });

  test("is for the region while the project is looked up, and valid for the project afterwards", async () => {
    const cloud = createCloud();
    const client = cloud.createClient(undefined, { projectId: undefined, region: "cn-north-4" });
    await client.list();
    expect(cloud.signIns.map(({ body }) => body.auth.scope)).toEqual([{ project: { name: "cn-north-4" } }]);
    expect(cloud.listings).toEqual(["canary-token-1"]);
  });

  test("requires a project or a region", async () => {
    const request = new Request("https://workspace.example/v3/projects");
    const send = vi.fn();
    const { signal } = new AbortController();
    const applied = passwordAuth(user).apply(request, { iamEndpoint: IAM, signal, timeout: 1000, send });
    await expect(applied).rejects.toThrow(new InputError("projectId or region is missing", "projectId"));
    expect(send).not.toHaveBeenCalled();
  });

  test("is retried with its body after a temporary failure of IAM", async () => {
    const cloud = createCloud();
    cloud.signIn = async () => {
      if (cloud.signIns.length === 1) throw new TypeError("fetch failed");
      return cloud.signIns.length === 2 ? new Response(null, { status: 503 }) : cloud.issue();
    };
    await cloud.createClient(undefined, { retry: { baseDelay: 1 } }).list();
    expect(cloud.signIns).toHaveLength(3);
    expect(cloud.signIns[2]?.body).toEqual(cloud.signIns[0]?.body);
  });

  test.each<[missing: string, respond: (cloud: ReturnType<typeof createCloud>) => Response]>([
    ["X-Subject-Token", (cloud) => cloud.issue({ "X-Subject-Token": "" })],
    ["lifetime", (cloud) => cloud.issue({}, { expires_at: undefined })],
    ["lifetime", () => Response.json({}, { status: 201, headers: { "X-Subject-Token": "t" } })],
    ["lifetime", (cloud) => cloud.issue({}, { issued_at: "2020-01-04Z", expires_at: "2020-01-04Z" })],
    ["lifetime", (cloud) => cloud.issue({}, { expires_at: "2020-01-04T09:05:22.701000Z" })],
  ])("without %s in the response is a ResponseError", async (missing, respond) => {
    const cloud = createCloud();
    cloud.signIn = async () => respond(cloud);
    const error = await cloud
      .createClient()
      .list()
      .catch((reason) => reason);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error.reason).toBe("incomplete");
    expect(error.message).toContain(missing);
    expect(cloud.listings).toEqual([]);
  });
});

describe("token", () => {
  test("fifty concurrent calls share one sign-in", async () => {
    const cloud = createCloud();
    const client = cloud.createClient();
    await Promise.all(Array.from({ length: 50 }, () => client.list()));
    expect(cloud.signIns).toHaveLength(1);
    expect(cloud.listings).toEqual(Array(50).fill("canary-token-1"));
  });

  test("is cached for as long as it is valid", async () => {
    const cloud = createCloud();
    const client = cloud.createClient();
    await client.list();
    vi.setSystemTime(Date.now() + DAY * 0.79);
    await client.list();
    await settle();
    expect(cloud.signIns).toHaveLength(1);
  });

  test("is cached even if the clock of IAM is two days ahead of ours, or behind it", async () => {
    for (const ahead of [2 * DAY, -2 * DAY]) {
      const cloud = createCloud();
      cloud.ahead = ahead;
      const client = cloud.createClient();
      await client.list();
      await client.list();
      await settle();
      expect(cloud.signIns).toHaveLength(1);
    }
  });

  test("is renewed in the background shortly before it expires, and no call waits", async () => {
    const cloud = createCloud();
    const client = cloud.createClient();
    await client.list();
    vi.setSystemTime(Date.now() + DAY - 60 * MINUTE);
    const { give, until } = createPending();
    cloud.signIn = until;
    await Promise.all([client.list(), client.list()]);
    expect(cloud.listings).toEqual(Array(3).fill("canary-token-1"));
    await eventually(() => expect(cloud.signIns).toHaveLength(2));
    give(cloud.issue());
    await eventually(async () => {
      await client.list();
      expect(cloud.listings.at(-1)).toBe("canary-token-2");
    });
    expect(cloud.signIns).toHaveLength(2);
  });

  test("is renewed before the call in its last minute", async () => {
    const cloud = createCloud();
    const client = cloud.createClient();
    await client.list();
    vi.setSystemTime(Date.now() + DAY - MINUTE);
    await Promise.all([client.list(), client.list()]);
    expect(cloud.listings).toEqual(["canary-token-1", "canary-token-2", "canary-token-2"]);
  });

  test("stays in use when it cannot be renewed, and the renewal is retried after a minute", async () => {
    const cloud = createCloud();
    const client = cloud.createClient();
    await client.list();
    vi.setSystemTime(Date.now() + DAY - 60 * MINUTE);
    cloud.signIn = async () => new Response(null, { status: 503 });
    await client.list();
    await eventually(() => expect(cloud.signIns).toHaveLength(2));
    await settle();
    await client.list();
    await settle();
    expect(cloud.signIns).toHaveLength(2);
    vi.setSystemTime(Date.now() + MINUTE);
    await client.list();
    await eventually(() => expect(cloud.signIns).toHaveLength(3));
    expect(cloud.listings).toEqual(Array(4).fill("canary-token-1"));
    vi.setSystemTime(Date.now() + DAY);
    await expect(client.list()).rejects.toThrow("503");
  });

  test("is separate for each project and each IAM when clients share an auth", async () => {
    const cloud = createCloud();
    const auth = passwordAuth(user);
    const other = { project: { id: "other", name: "other" } };
    cloud.signIn = async ({ url }) =>
      cloud.issue({}, cloud.signIns.length === 2 || url.includes("eu") ? other : {});
    cloud.list = page;
    const clients = [
      cloud.createClient(auth),
      cloud.createClient(auth, { projectId: "other" }),
      cloud.createClient(auth, { projectId: "other", iamEndpoint: "https://iam.eu.example" }),
      cloud.createClient(auth),
    ];
    for (const client of clients) await client.list();
    expect(cloud.listings).toEqual(["canary-token-1", "canary-token-2", "canary-token-3", "canary-token-1"]);
  });

  test("leaves no timer", async () => {
    vi.useFakeTimers();
    const cloud = createCloud();
    await cloud.createClient().list();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("401 of the service", () => {
  test("replaces the token and replays the request once", async () => {
    const cloud = createCloud();
    const client = cloud.createClient();
    await client.list();
    cloud.expire();
    await client.list();
    expect(cloud.listings).toEqual(["canary-token-1", "canary-token-1", "canary-token-2"]);
    expect(cloud.signIns).toHaveLength(2);
  });

  test("for many concurrent calls causes one sign-in", async () => {
    const cloud = createCloud();
    const client = cloud.createClient();
    await client.list();
    cloud.expire();
    await Promise.all(Array.from({ length: 50 }, () => client.list()));
    expect(cloud.signIns).toHaveLength(2);
    expect(cloud.listings).toHaveLength(101);
  });

  test("for new tokens, too, stops sign-ins for a while: an outage costs few, and no replays", async () => {
    const cloud = createCloud();
    const client = cloud.createClient();
    await client.list();
    cloud.list = () => Response.json({ error_code: "APIGW.0307" }, { status: 401 });
    for (let second = 0; second < 300; second++) {
      await expect(client.list()).rejects.toMatchObject({ status: 401 });
      vi.advanceTimersByTime(1000);
    }
    expect(cloud.signIns).toHaveLength(1 + 3);
    expect(cloud.listings).toHaveLength(1 + 300 + 3);
  });

  test("for a token that was already replaced causes no further sign-in", async () => {
    const cloud = createCloud();
    const client = cloud.createClient();
    await client.list();
    cloud.expire();
    const { give, until } = createPending();
    const { list } = cloud;
    let isSlow = true;
    // The first of two rejected calls gets its response only after the second has replaced the token.
    cloud.list = (token) => {
      if (!isSlow) return list(token);
      isSlow = false;
      const body = new ReadableStream({
        start: (controller) =>
          until(new Request(IAM)).then(() => {
            controller.close();
          }),
      });
      return new Response(body, { status: 401 });
    };
    const late = client.list();
    await client.list();
    give(page());
    await late;
    expect(cloud.signIns).toHaveLength(2);
    expect(cloud.listings.slice(-1)).toEqual(["canary-token-2"]);
  });

  test("for every token is an error after one replay, not a loop", async () => {
    const cloud = createCloud();
    cloud.list = () => new Response(null, { status: 401 });
    await expect(cloud.createClient(undefined, { retry: {} }).list()).rejects.toMatchObject({ status: 401 });
    expect(cloud.listings).toEqual(["canary-token-1", "canary-token-2"]);
    expect(cloud.signIns).toHaveLength(2);
  });

  test("is an error when IAM issues the same token again", async () => {
    const cloud = createCloud();
    cloud.signIn = async () => cloud.issue({ "X-Subject-Token": "canary-token-same" });
    cloud.list = () => new Response(null, { status: 401 });
    await expect(cloud.createClient().list()).rejects.toMatchObject({ status: 401 });
    expect(cloud.listings).toHaveLength(1);
  });
});

describe("401 of IAM", () => {
  test("is never retried, and reaches every call that waits", async () => {
    const cloud = createCloud();
    cloud.signIn = async () => rejection();
    const client = cloud.createClient(undefined, { retry: {} });
    const results = await Promise.allSettled(Array.from({ length: 50 }, () => client.list()));
    for (const result of results) {
      expect(result).toMatchObject({
        status: "rejected",
        reason: { status: 401, errorMessage: "The username or password is wrong." },
      });
    }
    expect(cloud.signIns).toHaveLength(1);
    expect(cloud.listings).toEqual([]);
  });

  test("is kept for 15 minutes, for all clients and projects, so that the user is not locked", async () => {
    const cloud = createCloud();
    cloud.signIn = async () => rejection("The account is locked.");
    const auth = passwordAuth(user);
    const client = cloud.createClient(auth);
    await expect(client.list()).rejects.toThrow("locked");
    vi.advanceTimersByTime(15 * MINUTE - 1);
    await expect(client.list()).rejects.toThrow("locked");
    await expect(cloud.createClient(auth, { projectId: "other" }).list()).rejects.toThrow("locked");
    expect(cloud.signIns).toHaveLength(1);
    vi.advanceTimersByTime(1);
    cloud.signIn = async () => cloud.issue();
    await client.list();
    expect(cloud.signIns).toHaveLength(2);
  });

  test.each([DAY, -DAY])("lasts as long when the clock of this machine jumps by %i ms", async (jump) => {
    const cloud = createCloud();
    cloud.signIn = async () => rejection();
    const client = cloud.createClient(passwordAuth(user));
    await expect(client.list()).rejects.toThrow(ApiError);
    vi.setSystemTime(Date.now() + jump);
    vi.advanceTimersByTime(15 * MINUTE - 1);
    await expect(client.list()).rejects.toThrow(ApiError);
    expect(cloud.signIns).toHaveLength(1);
    vi.advanceTimersByTime(1);
    await expect(client.list()).rejects.toThrow(ApiError);
    expect(cloud.signIns).toHaveLength(2);
  });

  test("does not affect another IAM", async () => {
    const cloud = createCloud();
    cloud.signIn = async ({ url }) => (url.startsWith(IAM) ? rejection() : cloud.issue());
    const auth = passwordAuth(user);
    await expect(cloud.createClient(auth).list()).rejects.toThrow(ApiError);
    await cloud.createClient(auth, { iamEndpoint: "https://iam.eu.example" }).list();
  });

  test("of a renewal leaves the token in use, and the renewal is not retried", async () => {
    const cloud = createCloud();
    const client = cloud.createClient();
    await client.list();
    vi.setSystemTime(Date.now() + DAY - 60 * MINUTE);
    cloud.signIn = async () => rejection();
    for (let minute = 0; minute < 10; minute++) {
      await client.list();
      await settle();
      vi.setSystemTime(Date.now() + MINUTE);
    }
    expect(cloud.signIns).toHaveLength(2);
    expect(cloud.listings).toEqual(Array(11).fill("canary-token-1"));
  });

  test("after a 401 of the service causes one sign-in, too", async () => {
    const cloud = createCloud();
    const client = cloud.createClient();
    await client.list();
    cloud.expire();
    cloud.signIn = async () => rejection();
    await expect(client.list()).rejects.toThrow("password is wrong");
    await expect(client.list()).rejects.toThrow("password is wrong");
    expect(cloud.signIns).toHaveLength(2);
    expect(cloud.listings).toHaveLength(2);
  });
});

describe("abort", () => {
  test("rejects only its own call, while others keep waiting", async () => {
    const cloud = createCloud();
    const { give, until } = createPending();
    cloud.signIn = until;
    const client = cloud.createClient();
    const controller = new AbortController();
    const leaving = client.list({}, { signal: controller.signal });
    const staying = client.list();
    await eventually(() => expect(cloud.signIns).toHaveLength(1));
    controller.abort("enough");
    await expect(leaving).rejects.toBe("enough");
    expect(cloud.signIns[0]?.request.signal.aborted).toBe(false);
    give(cloud.issue());
    await staying;
    expect(cloud.signIns).toHaveLength(1);
  });

  test("of the last call that waits aborts the sign-in, and the next call starts another", async () => {
    const cloud = createCloud();
    cloud.signIn = createPending().until;
    const client = cloud.createClient();
    const controllers = [new AbortController(), new AbortController()];
    const leaving = Promise.allSettled(controllers.map(({ signal }) => client.list({}, { signal })));
    await eventually(() => expect(cloud.signIns).toHaveLength(1));
    for (const controller of controllers) controller.abort();
    await leaving;
    await eventually(() => expect(cloud.signIns[0]?.request.signal.aborted).toBe(true));
    cloud.signIn = async () => cloud.issue();
    await client.list();
    expect(cloud.signIns).toHaveLength(2);
  });

  test("of a call does not abort a renewal in the background", async () => {
    const cloud = createCloud();
    const client = cloud.createClient();
    await client.list();
    vi.setSystemTime(Date.now() + DAY - 60 * MINUTE);
    const { give, until } = createPending();
    cloud.signIn = until;
    const { list } = cloud;
    cloud.list = () => new Promise(() => {});
    const controller = new AbortController();
    const leaving = client.list({}, { signal: controller.signal });
    await eventually(() => expect(cloud.signIns).toHaveLength(2));
    controller.abort("enough");
    await expect(leaving).rejects.toBe("enough");
    cloud.list = list;
    expect(cloud.signIns[1]?.request.signal.aborted).toBe(false);
    give(cloud.issue());
    await eventually(async () => {
      await client.list();
      expect(cloud.listings.at(-1)).toBe("canary-token-2");
    });
  });
});

describe("MFA", () => {
  test("sends the user ID and the current passcode", async () => {
    const cloud = createCloud();
    let code = 100_000;
    const passcode = vi.fn(async (_request: { signal: AbortSignal }) => String(code++));
    const client = cloud.createClient(passwordAuth({ ...user, mfa: { userId: "user-id", passcode } }));
    await client.list();
    await client.list();
    vi.setSystemTime(Date.now() + DAY);
    await client.list();
    expect(cloud.signIns.map(({ body }) => body.auth.identity)).toMatchObject(
      ["100000", "100001"].map((code) => ({
        methods: ["password", "totp"],
        totp: { user: { id: "user-id", passcode: code } },
      })),
    );
    expect(passcode.mock.calls[0]?.[0].signal).toBeInstanceOf(AbortSignal);
  });

  test("with a passcode as a string works for one token, for the lookup and the listing", async () => {
    const cloud = createCloud();
    const auth = passwordAuth({ ...user, mfa: { userId: "user-id", passcode: "123456" } });
    const client = cloud.createClient(auth, { projectId: undefined, region: "cn-north-4" });
    await client.list();
    cloud.expire();
    await expect(client.list()).rejects.toMatchObject({ status: 401, errorCode: "APIGW.0307" });
    const failure = client.list();
    await expect(failure).rejects.toThrow(InputError);
    await expect(failure).rejects.toThrow(
      "The passcode was already used. Pass a function that returns a new one",
    );
    await expect(failure).rejects.toHaveProperty("field", "passcode");
    expect(cloud.signIns).toHaveLength(1);
  });

  test("requests no passcode for a call that has left before its turn", async () => {
    const cloud = createCloud();
    const { give, until } = createPending();
    cloud.signIn = until;
    const passcode = vi.fn(() => "123456");
    const auth = passwordAuth({ ...user, mfa: { userId: "id", passcode } });
    const [first, second] = ["a", "b"].map((projectId) => cloud.createClient(auth, { projectId }));
    const staying = first?.list();
    await eventually(() => expect(cloud.signIns).toHaveLength(1));
    const controller = new AbortController();
    const leaving = second?.list({}, { signal: controller.signal });
    await settle();
    controller.abort("enough");
    await expect(leaving).rejects.toBe("enough");
    give(cloud.issue());
    await staying;
    await settle();
    expect(passcode).toHaveBeenCalledOnce();
  });

  test.each([
    ["12345", "passcode must be a string of six digits"],
    ["1234567", "passcode must be a string of six digits"],
    ["x123456", "passcode must be a string of six digits"],
    ["", "passcode is missing or empty"],
  ])(
    "with the passcode %o is an InputError, whether it is a string or returned by a function",
    async (code, message) => {
      expect(() => passwordAuth({ ...user, mfa: { userId: "id", passcode: code } })).toThrow(message);
      const cloud = createCloud();
      const auth = passwordAuth({ ...user, mfa: { userId: "id", passcode: () => code } });
      await expect(cloud.createClient(auth).list()).rejects.toThrow(message);
      expect(cloud.signIns).toEqual([]);
    },
  );

  test("requests no passcode after a rejection", async () => {
    const cloud = createCloud();
    cloud.signIn = async () => rejection();
    const passcode = vi.fn(() => "123456");
    const client = cloud.createClient(passwordAuth({ ...user, mfa: { userId: "id", passcode } }));
    await expect(client.list()).rejects.toThrow(ApiError);
    await expect(client.list()).rejects.toThrow(ApiError);
    expect(passcode).toHaveBeenCalledOnce();
  });
});

describe("guards", () => {
  test.each([
    ["user", "", "user is missing or empty"],
    ["password", undefined, "password is missing or empty"],
    ["password", `${password}\n`, "password must be a string without line breaks or control characters"],
    ["account", "\u0000", "account must be a string without line breaks"],
    ["user", "\nIAMUser", "user must be a string without line breaks"],
    ["mfa", { userId: "", passcode: "123456" }, "userId is missing or empty"],
  ])("rejects %s %o without showing it", (name, value, message) => {
    let thrown: unknown;
    try {
      passwordAuth({ ...user, [name]: value });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InputError);
    expect(String(thrown)).toContain(message);
    expect(inspect(thrown, { depth: Infinity, showHidden: true })).not.toContain("canary");
  });

  test("sends a password of any other characters as it is", async () => {
    const cloud = createCloud();
    const odd = "pass wörd \\ \" 密码 '";
    await cloud.createClient(passwordAuth({ ...user, password: odd })).list();
    expect(cloud.signIns[0]?.body.auth.identity).toMatchObject({ password: { user: { password: odd } } });
  });
});

test("no error, event or inspection shows a secret, even if IAM echoes the request", async () => {
  const shown: unknown[] = [];
  const code = "987654";
  const passcode = () => code;
  for (const status of [400, 401, 503]) {
    const cloud = createCloud();
    cloud.signIn = async () => {
      const { body } = cloud.signIns[0] ?? {};
      const message = `cannot read ${JSON.stringify(body)}, for ${password} and ${code}`;
      return Response.json({ error: { code: status, message, title: "Error" } }, { status });
    };
    const auth = passwordAuth({ ...user, mfa: { userId: "id", passcode } });
    const client = cloud.createClient(auth, { onEvent: (event) => shown.push(event) });
    const error = await client.list().catch((reason: ApiError) => reason);
    const httpError = await client.http
      .GET("/v2/{project_id}/images", { params: { path: { project_id: PROJECT } } })
      .catch((failure: unknown) => failure);
    expect(error).toMatchObject({ status });
    shown.push(auth, client, error, httpError, error instanceof ApiError && error.toReport());
  }
  const text = shown
    .map((value) => inspect(value, { depth: Infinity, showHidden: true }) + JSON.stringify(value))
    .join();
  expect(text).toContain("cannot read");
  expect(text).not.toMatch(/canary|987654/);
});

test("http throws a rejection of IAM without the password, even if it is JSON in JSON", async () => {
  const cloud = createCloud();
  cloud.signIn = async () => {
    const error_msg = `cannot read ${JSON.stringify(cloud.signIns[0]?.body)}`;
    return Response.json({ error_code: "APIGW.0101", error_msg }, { status: 404 });
  };
  const error = await cloud
    .createClient()
    .http.GET("/v2/{project_id}/images", { params: { path: { project_id: PROJECT } } })
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({ status: 404, target: "iam", errorCode: "APIGW.0101" });
  const shown = inspect(error, { depth: Infinity, showHidden: true });
  expect(shown).toContain("cannot read");
  expect(shown).not.toContain("canary");
});

test("a lost connection to IAM shows no secret", async () => {
  const cloud = createCloud();
  cloud.signIn = async () => {
    throw new TypeError(`fetch failed: ${JSON.stringify(cloud.signIns[0]?.body)}`, {
      cause: new Error(password),
    });
  };
  const error = await cloud
    .createClient()
    .list()
    .catch((reason) => reason);
  expect(error).toMatchObject({ code: "CONNECTION_FAILED" });
  expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain("canary");
});

describe("several projects at once", () => {
  test("a wrong password is sent once, however many projects wait for a token", async () => {
    const cloud = createCloud();
    cloud.signIn = async () => rejection();
    const auth = passwordAuth(user);
    const clients = ["a", "b", "c", "d"].map((projectId) => cloud.createClient(auth, { projectId }));
    const failures = await Promise.allSettled(clients.map((client) => client.list()));
    expect(failures.map(({ status }) => status)).toEqual(Array(4).fill("rejected"));
    expect(cloud.signIns).toHaveLength(1);
  });

  test("a passcode that is a string is sent once, for the first of them", async () => {
    const cloud = createCloud();
    const auth = passwordAuth({ ...user, mfa: { userId: "id", passcode: "123456" } });
    const clients = ["a", "b"].map((projectId) => cloud.createClient(auth, { projectId }));
    const [first, second] = await Promise.allSettled(clients.map((client) => client.list()));
    expect(first?.status).toBe("fulfilled");
    expect(second).toMatchObject({ status: "rejected", reason: expect.any(InputError) });
    expect(cloud.signIns).toHaveLength(1);
  });
});

test("a passcode is not sent again after a lost response; its function is called for another one", async () => {
  const cloud = createCloud();
  const codes = ["111111", "222222"];
  const passcode = vi.fn(() => codes.shift() ?? "");
  cloud.signIn = async () => {
    if (cloud.signIns.length === 1) throw new TypeError("fetch failed");
    return cloud.issue();
  };
  const auth = passwordAuth({ ...user, mfa: { userId: "id", passcode } });
  const client = cloud.createClient(auth, { retry: { baseDelay: 1 } });
  await expect(client.list()).rejects.toMatchObject({ code: "CONNECTION_FAILED" });
  expect(cloud.signIns).toHaveLength(1);
  await client.list();
  expect(passcode).toHaveBeenCalledTimes(2);
});

test("a token whose times are not strings is a ResponseError", async () => {
  const cloud = createCloud();
  cloud.signIn = async () => cloud.issue({}, { issued_at: 5, expires_at: {} });
  await expect(cloud.createClient().list()).rejects.toThrow(ResponseError);
});

describe("a passcode function that never settles", () => {
  const mfa = (passcode: () => string | Promise<string>) =>
    passwordAuth({ ...user, mfa: { userId: "u", passcode } });
  const never = () => new Promise<string>(() => {});

  test("ends with the time-out of the attempt, and does not block later sign-ins", async () => {
    let calls = 0;
    const cloud = createCloud();
    const auth = mfa(() => (calls++ ? "123456" : never()));
    const client = cloud.createClient(auth, { timeout: 30 });
    await expect(client.list()).rejects.toMatchObject({ code: "TIMED_OUT" });
    expect(cloud.signIns).toHaveLength(0);
    await client.list();
    expect(cloud.signIns).toHaveLength(1);
  });

  test("does not block calls that keep coming before the others have left", async () => {
    let calls = 0;
    const cloud = createCloud();
    const client = cloud.createClient(
      mfa(() => (calls++ ? "123456" : never())),
      { timeout: 40 },
    );
    const outcomes: Promise<string>[] = [];
    for (let call = 0; call < 10; call++) {
      outcomes.push(client.list().then(() => "ok", String));
      await settle();
      await settle();
    }
    expect((await Promise.all(outcomes)).at(-1)).toBe("ok");
  });

  test("does not block a renewal in the background for ever", async () => {
    let calls = 0;
    const cloud = createCloud();
    const client = cloud.createClient(
      mfa(() => (++calls === 2 ? never() : "123456")),
      { timeout: 30 },
    );
    await client.list();
    vi.advanceTimersByTime(0.96 * DAY);
    await client.list();
    expect(calls).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 40));
    vi.advanceTimersByTime(0.1 * DAY);
    await client.list();
    expect(calls).toBe(3);
  });
});
