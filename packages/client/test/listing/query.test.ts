import { facts } from "@workspace-images/spec/facts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeQuery } from "../../src/auth/encoding.ts";
import { accessKeyAuth, createImagesClient, InputError, passwordAuth, tokenAuth } from "../../src/index.ts";
import { serializeQuery } from "../../src/listing/query.ts";
import { checkProjectId } from "../../src/project.ts";
import { createValidation } from "../../src/validate.ts";
import { createTestClient } from "../test-client.ts";

/** A client that must not send anything. */
function createSilentClient() {
  return createTestClient((request) => {
    throw new Error(`${request.url} was sent`);
  });
}

describe("query parameters", () => {
  test.each([
    [
      { limt: 5 },
      'Unknown parameter "limt". Known names: os_type, image_type, platform, architecture, package_type, image_id, sort_field, sort_type, limit, offset',
    ],
    [{ osType: "Linux" }, 'Unknown parameter "osType". Known names: os_type'],
    [{ toString: "x" }, 'Unknown parameter "toString". Known names: os_type'],
    [{ limit: 101 }, "limit is 101, but must be an integer from 0 to 100"],
    [{ limit: -1 }, "limit is -1"],
    [{ limit: 1.5 }, "limit is 1.5"],
    [{ limit: Number.NaN }, "limit is NaN"],
    [{ limit: "50" }, 'limit is "50", but must be an integer'],
    [{ offset: 5001 }, "offset is 5001, but must be an integer from 0 to 5000"],
    [{ image_type: "public" }, 'image_type is "public", but must be "gold" or "private"'],
    [{ sort_type: "up" }, 'sort_type is "up", but must be "asc" or "desc"'],
    [{ platform: "" }, 'platform is "", but must be a string of 1 to 255 characters'],
    [{ platform: "a\ud800" }, 'platform is "a\\ud800", but must be a string of 1 to 255 characters'],
    [{ os_type: null }, "os_type is null, but must be a string"],
    [{ os_type: ["Linux"] }, "os_type is Linux, but must be a string"],
  ])("rejects %o, says what is allowed, and sends nothing", async (query, message) => {
    const reading = createSilentClient().list(query as never);
    await expect(reading).rejects.toThrow(InputError);
    await expect(reading).rejects.toThrow(message);
  });

  test.each([
    ["limit", 0],
    ["limit", 100],
    ["offset", 5000],
    ["os_type", ""],
    ["architecture", "x".repeat(10)],
  ])("accepts a value at the limit: %s may be %j", (name, value) => {
    expect(serializeQuery({ [name]: value })).toBe(`${name}=${value}`);
  });

  const bounded = facts.operations.listImages.parameters.query.flatMap(({ name, length, range }) => {
    const [min, max = Number.POSITIVE_INFINITY] = length ?? range ?? [];
    const make = (size: number) => (length ? "x".repeat(size) : size);
    return min === undefined || (length && !Number.isFinite(max)) ? [] : [{ name, min, max, make }];
  });
  test.each(bounded)(
    "accepts for $name exactly the bounds of the description",
    ({ name, min, max, make }) => {
      for (const size of [min, max])
        expect(serializeQuery({ [name]: make(size) })).toBe(`${name}=${make(size)}`);
      for (const size of [min - 1, max + 1].filter((size) => size >= 0))
        expect(() => serializeQuery({ [name]: make(size) })).toThrow(InputError);
    },
  );

  test("shows only a part of a long value", () => {
    expect(() => serializeQuery({ os_type: "x".repeat(300) })).toThrow(/^os_type is "x{80}", but/);
  });

  test("omits a parameter that is undefined", () => {
    expect(serializeQuery({ os_type: undefined, limit: 1 })).toBe("limit=1");
  });

  test("serializes the query in the order and encoding in which it is signed", () => {
    expect(serializeQuery({ platform: "a b*!'()~", os_type: "系统", limit: 5, offset: 0 })).toBe(
      "limit=5&offset=0&os_type=%E7%B3%BB%E7%BB%9F&platform=a%20b%2A%21%27%28%29~",
    );
  });

  test("any query parses back to its input, and only unreserved characters are not encoded", () => {
    const pair = fc.tuple(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }));
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const query = encodeQuery(pairs);
        const sorted = (all: Iterable<readonly [string, string]>) =>
          [...all].map(([n, v]) => JSON.stringify([n, v])).sort();
        expect(sorted(new URLSearchParams(query))).toEqual(sorted(pairs));
        expect(query).toMatch(/^[\w.~%=&-]*$/);
      }),
    );
  });
});

describe("the field of an InputError", () => {
  const auth = tokenAuth("not-a-real-token");
  const endpoint = "https://workspace.example";
  const images = createTestClient(() => Response.json({ images: [] }));
  const withoutProject = createTestClient(() => Response.json({}), { projectId: undefined });
  const key = { accessKey: "AK", secretKey: "not-a-real-key" };
  test.each<[string | undefined, () => unknown]>([
    ["region", () => createImagesClient({ auth })],
    ["region", () => createImagesClient({ auth, region: "CN" })],
    ["endpoint", () => createImagesClient({ auth, endpoint: "workspace" })],
    ["endpoint", () => createImagesClient({ auth, endpoint: "http://workspace.example" })],
    ["iamEndpoint", () => createImagesClient({ auth, endpoint, iamEndpoint: `${endpoint}?` })],
    ["projectId", () => createImagesClient({ auth, endpoint, projectId: "a/b" })],
    ["projectId", () => withoutProject.list()],
    ["timeout", () => createImagesClient({ auth, endpoint, timeout: 0 })],
    ["retry.budget", () => createImagesClient({ auth, endpoint, retry: { budget: -1 } })],
    ["os_type", () => images.list({ os_type: "x".repeat(256) })],
    ["limit", () => images.list({ limit: 101 })],
    ["limt", () => images.list({ limt: 5 } as never)],
    ["limit", () => images.pages({}, { limit: 0 }).next()],
    ["concurrency", () => images.items({}, { concurrency: 0 }).next()],
    ["max", () => images.items({}, { max: 0.5 }).next()],
    ["token", () => tokenAuth("two\nlines")],
    ["token", () => createTestClient(() => Response.json({}), { auth: tokenAuth(() => "") }).list()],
    ["securityToken", () => accessKeyAuth({ ...key, securityToken: "two words" })],
    ["account", () => passwordAuth({ user: "u", password: "not-a-real-password", account: "" })],
    ["mode", () => createValidation({ mode: "loud" as never, onViolation: () => {} })],
    ["onViolation", () => createValidation({ mode: "warn" } as never)],
    [undefined, () => new InputError("too many of them")],
  ])("is %s", async (field, wrong) => {
    const error = await (async () => wrong())().then(
      (value) => value,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(InputError);
    expect(error).toHaveProperty("field", field);
  });
});

describe("project ID", () => {
  const WRONG = [
    "",
    ".",
    "..",
    "a/b",
    "..%2f",
    "a%2e",
    "a\nb",
    "a\u0000",
    "a b",
    "ä",
    "a?b",
    "a#b",
    "a\\b",
    "x".repeat(256),
  ];

  test.each([...WRONG, 5, null])("rejects %j", (value) => {
    expect(() => checkProjectId(value)).toThrow(/^projectId is .*, but must be 1 to 255 letters/);
  });

  test.each(["0123456789abcdef0123456789abcdef", ".well-known", "a..b", "~a_b", "x".repeat(255)])(
    "accepts %j",
    (value) => {
      expect(checkProjectId(value)).toBe(value);
    },
  );

  test.each(WRONG)("rejects %j in the client and in its openapi-fetch client", async (projectId) => {
    const options = { endpoint: "https://workspace.example", auth: tokenAuth("not-a-real-token") };
    expect(() => createImagesClient({ ...options, projectId })).toThrow(InputError);
    const params = { path: { project_id: projectId } };
    await expect(createSilentClient().http.GET("/v2/{project_id}/images", { params })).rejects.toThrow(
      InputError,
    );
  });

  test("an accepted value stays in its segment of the path", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 8 }), (value) => {
        let accepted: string;
        try {
          accepted = checkProjectId(value);
        } catch {
          return;
        }
        expect(new URL(`https://workspace.example/v2/${accepted}/images`).pathname).toBe(
          `/v2/${value}/images`,
        );
      }),
      { numRuns: 2000 },
    );
  });
});
