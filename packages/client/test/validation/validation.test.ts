import description from "@workspace-images/spec/images.dereferenced.json" with { type: "json" };
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { validator } from "../../scripts/validator.ts";
import { createImagesClient } from "../../src/images-client.ts";
import { ApiError, InputError, ResponseError } from "../../src/index.ts";
import {
  createValidation,
  findViolations,
  type ValidationOptions,
  type ViolationReport,
} from "../../src/validate.ts";

interface Schema {
  readonly type?: string | readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maxItems?: number;
}
const schemas = description.components.schemas as Readonly<
  Record<"ImagePage" | "ErrorBody" | "ImageInfo", Schema>
>;

/** A second validator, straight from the description: pointers to everything that does not conform. */
function differences(value: unknown, schema: Schema, pointer = ""): string[] {
  const isOneOf: Readonly<Record<string, boolean>> = {
    object: typeof value === "object" && value !== null && !Array.isArray(value),
    array: Array.isArray(value),
    string: typeof value === "string",
    integer: typeof value === "number" && value % 1 === 0,
    null: value === null,
  };
  if (![schema.type ?? []].flat().some((type) => isOneOf[type])) return [pointer];
  if (typeof value === "string") return Array.from(value).length < (schema.minLength ?? 0) ? [pointer] : [];
  if (typeof value === "number") return value < (schema.minimum ?? value) ? [pointer] : [];
  if (Array.isArray(value)) {
    const items = value.flatMap((item, index) =>
      differences(item, schema.items ?? {}, `${pointer}/${index}`),
    );
    return value.length > (schema.maxItems ?? value.length) ? [pointer, ...items] : items;
  }
  const fields = new Map(Object.entries(value ?? {}));
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    if (fields.has(name)) return differences(fields.get(name), property, `${pointer}/${name}`);
    return schema.required?.includes(name) ? [`${pointer}/${name}`] : [];
  });
}

const infoFields = Object.keys(schemas.ImageInfo.properties ?? {});
const pageFields = Object.keys(schemas.ImagePage.properties ?? {});

const text = fc.string({ minLength: 1, unit: "grapheme" });
const size = fc.nat({ max: 2 ** 31 - 1 });
/** A valid record with any known fields, and any others. */
function withUnknownFields<T extends object>(
  known: fc.Arbitrary<T>,
  names: readonly string[],
): fc.Arbitrary<T> {
  const unknown = fc.dictionary(
    fc.string().filter((name) => !names.includes(name)),
    fc.jsonValue(),
  );
  return fc.tuple(unknown, known).map(([others, fields]) => ({ ...others, ...fields }));
}
const validInfo = withUnknownFields(
  fc.record(
    {
      id: text,
      image_type: fc.oneof(fc.constantFrom("gold", "private"), text),
      os_type: text,
      os_version: text,
      disk_format: text,
      name: text,
      min_ram: size,
      min_disk: size,
      product_code: fc.option(fc.string()),
      architecture: text,
      created_at: fc.string(),
      kms_id: fc.option(fc.string()),
    },
    { requiredKeys: ["id"] },
  ),
  infoFields,
);
const validPage = withUnknownFields(
  fc.record(
    { images: fc.array(validInfo, { maxLength: 5 }), total_count: size },
    { requiredKeys: ["images"] },
  ),
  pageFields,
);

/** The page with another value at a pointer, or without it. */
function replaced(page: unknown, pointer: string, value: unknown): unknown {
  if (pointer === "") return value;
  const copy = structuredClone(page);
  const steps = pointer.split("/").slice(1);
  const last = steps.pop() ?? "";
  const target = steps.reduce((at, step) => (at as Record<string, unknown>)[step], copy) as Record<
    string,
    unknown
  >;
  if (value === undefined) delete target[last];
  else target[last] = value;
  return copy;
}

interface Position {
  readonly pointer: string;
  readonly schema: Schema;
}
function positionsOf(page: { readonly images: readonly object[] }): Position[] {
  const known = (value: object, pointer: string, schema: Schema): Position[] =>
    Object.entries(schema.properties ?? {})
      .filter(([name]) => Object.hasOwn(value, name))
      .map(([name, property]) => ({ pointer: `${pointer}/${name}`, schema: property }));
  return [
    { pointer: "", schema: schemas.ImagePage },
    ...known(page, "", schemas.ImagePage),
    ...page.images.flatMap((image, index) => [
      { pointer: `/images/${index}`, schema: schemas.ImageInfo },
      ...known(image, `/images/${index}`, schemas.ImageInfo),
    ]),
  ];
}

describe("findViolations", () => {
  it("finds nothing in any example of the description", () => {
    const examples: Record<string, { readonly value: object }> = description.components.examples;
    expect(Object.keys(examples)).toContain("documented");
    for (const { value } of Object.values(examples)) {
      expect(findViolations("images" in value ? "ImagePage" : "ErrorBody", value)).toEqual([]);
    }
  });

  it.each([
    [{}, "/images", "array", "nothing"],
    [{ images: null }, "/images", "array", "null"],
    [{ images: { length: 0 } }, "/images", "array", "object"],
    [{ images: [null] }, "/images/0", "object", "null"],
    [{ images: [[]] }, "/images/0", "object", "array"],
    [{ images: [{ id: "a" }, {}] }, "/images/1/id", "string", "nothing"],
    [{ images: [{ id: null }] }, "/images/0/id", "string", "null"],
    [{ images: [{ id: 7 }] }, "/images/0/id", "string", "integer"],
    [{ images: [{ id: "" }] }, "/images/0/id", "string, at least 1", "string, too small"],
    [{ images: [{ id: "a", min_ram: "0" }] }, "/images/0/min_ram", "integer", "string"],
    [{ images: [{ id: "a", min_disk: 1.5 }] }, "/images/0/min_disk", "integer", "number"],
    [{ images: [{ id: "a", kms_id: false }] }, "/images/0/kms_id", "string or null", "boolean"],
    [{ images: [], total_count: -1 }, "/total_count", "integer, at least 0", "integer, too small"],
    [undefined, "", "object", "nothing"],
    [[], "", "object", "array"],
    ["canary", "", "object", "string"],
  ])("says where %j does not conform, what is expected and what is found", (page, path, expected, found) => {
    expect(findViolations("ImagePage", page)).toEqual([{ path, expected, found }]);
  });

  it("finds a page of more images than any limit allows", () => {
    const page = (length: number) => ({ images: Array.from({ length }, () => ({ id: "a" })) });
    expect(findViolations("ImagePage", page(100))).toEqual([]);
    expect(findViolations("ImagePage", page(101))).toEqual([
      { path: "/images", expected: "array, at most 100", found: "array, too large" },
    ]);
  });

  it("accepts unknown fields, new values of open sets and null where it is allowed", () => {
    const image = {
      id: "a",
      image_type: "shared",
      os_type: "HarmonyOS",
      disk_format: "iso",
      architecture: "riscv",
      kms_id: null,
      product_code: null,
      os_platform: 7,
    };
    expect(findViolations("ImagePage", { images: [image], next: {} })).toEqual([]);
  });

  it("finds every violation, in the order of the description", () => {
    const page = { total_count: "2", images: [{ name: 1 }, { id: 2 }] };
    expect(findViolations("ImagePage", page).map(({ path }) => path)).toEqual([
      "/images/0/id",
      "/images/0/name",
      "/images/1/id",
      "/total_count",
    ]);
  });

  it("accepts every valid page, whatever else it contains", () => {
    fc.assert(
      fc.property(validPage, (page) => {
        expect(findViolations("ImagePage", page)).toEqual([]);
      }),
    );
  });

  it("finds a value of a wrong type at every typed position of a page", () => {
    const mutation = validPage.chain((page) =>
      fc.record({
        page: fc.constant(page),
        position: fc.constantFrom(...positionsOf(page)),
        value: fc.oneof(fc.jsonValue(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
      }),
    );
    fc.assert(
      fc.property(mutation, ({ page, position: { pointer, schema }, value }) => {
        fc.pre(differences(value, schema).includes(""));
        const found = findViolations("ImagePage", replaced(page, pointer, value));
        expect(found.map(({ path }) => path)).toEqual([pointer]);
      }),
      { numRuns: 500 },
    );
  });

  it("finds a missing required field, and nothing else", () => {
    const mutation = validPage.chain((page) =>
      fc.record({ page: fc.constant(page), position: fc.constantFrom(...positionsOf(page).slice(1)) }),
    );
    fc.assert(
      fc.property(mutation, ({ page, position: { pointer } }) => {
        fc.pre(!/\/\d+$/.test(pointer));
        const isRequired = /^\/images(\/\d+\/id)?$/.test(pointer);
        const found = findViolations("ImagePage", replaced(page, pointer, undefined));
        expect(found.map(({ path }) => path)).toEqual(isRequired ? [pointer] : []);
      }),
    );
  });

  it("agrees with a simple reading of the description on any data", () => {
    const field = fc.oneof(fc.jsonValue(), fc.integer(), text, fc.constantFrom("", null, -1, 1.5));
    const anyInfo = fc.record(Object.fromEntries(infoFields.map((name) => [name, field])), {
      requiredKeys: [],
    });
    const anyPage = fc.record(
      { images: fc.oneof(fc.array(fc.oneof(anyInfo, validInfo, field)), field), total_count: field },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyPage, (page) => {
        const paths = findViolations("ImagePage", page).map(({ path }) => path);
        expect(paths.sort()).toEqual(differences(page, schemas.ImagePage).sort());
      }),
    );
  });
});

/** A client that receives these responses in order. */
function clientWith(responses: readonly (() => Response)[], options: ValidationOptions) {
  const left = [...responses];
  const images = createImagesClient({
    endpoint: "https://images.example.com",
    projectId: "p",
    auth: { apply: () => {} },
    retry: false,
    fetch: async () => left.shift()?.() ?? Response.error(),
  });
  images.http.use(createValidation(options));
  return images;
}

const broken = { images: [{ id: "a" }, { id: "b", os_type: 7, name: 8 }], total_count: 2 };
const respond = (body: unknown, init?: ResponseInit) => () => Response.json(body, init);
const path = { path: { project_id: "p" } };

describe("createValidation", () => {
  it("throws a ResponseError that says where, for list, pages, items and http", async () => {
    const once = () => clientWith([respond(broken)], { mode: "throw" });
    const error = await once()
      .list()
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toHaveProperty("reason", "invalid");
    expect((error as ResponseError).message).toBe(
      "The response has status 200 but does not conform to the description: at /images/1/os_type: expected string, found integer (and 1 more)",
    );
    await expect(once().pages().next()).rejects.toThrow(ResponseError);
    await expect(once().items().next()).rejects.toThrow(ResponseError);
    await expect(once().http.GET("/v2/{project_id}/images", { params: path })).rejects.toThrow(ResponseError);
  });

  it("mentions no further violations when there are none", async () => {
    const reading = clientWith([respond({ images: [{ id: "a", name: 7 }] })], { mode: "throw" }).list();
    await expect(reading).rejects.toThrow(/at \/images\/0\/name: expected string, found integer$/);
  });

  it("warns once for a response, and returns it unchanged", async () => {
    const reports: ViolationReport[] = [];
    const images = clientWith([respond(broken, { headers: { "X-Request-Id": "r1" } })], {
      mode: "warn",
      onViolation: (report) => reports.push(report),
    });
    expect(await images.list({ limit: 2 })).toEqual(broken);
    expect(reports).toEqual([
      {
        violations: [
          { path: "/images/1/os_type", expected: "string", found: "integer" },
          { path: "/images/1/name", expected: "string", found: "integer" },
        ],
        status: 200,
        url: "https://images.example.com/v2/p/images?limit=2",
        requestId: "r1",
      },
    ]);
  });

  it("validates nothing when it is off", async () => {
    const reports: ViolationReport[] = [];
    const images = clientWith([respond(broken)], {
      mode: "off",
      onViolation: (report) => reports.push(report),
    });
    expect(await images.list()).toEqual(broken);
    expect(reports).toEqual([]);
  });

  it("ignores the rejection of an asynchronous onViolation", async () => {
    const onViolation = vi.fn(async () => {
      throw new Error("nobody takes the log");
    });
    const images = clientWith([() => Response.json({ images: [{ id: "a", name: 7 }] })], {
      mode: "warn",
      onViolation,
    });
    expect(await images.list()).toEqual({ images: [{ id: "a", name: 7 }] });
    expect(onViolation).toHaveBeenCalledOnce();
  });

  it("calls onViolation before it throws, and ignores what that throws", async () => {
    const reports: ViolationReport[] = [];
    const onViolation = (report: ViolationReport) => {
      reports.push(report);
      throw new Error("of the listener");
    };
    const responses = [respond(broken), respond(broken)];
    await expect(clientWith(responses, { mode: "throw", onViolation }).list()).rejects.toThrow(ResponseError);
    expect(await clientWith(responses, { mode: "warn", onViolation }).list()).toEqual(broken);
    expect(reports).toHaveLength(2);
  });

  it("reports nothing for responses that conform", async () => {
    const examples: Record<string, { readonly value: object }> = description.components.examples;
    const pages = Object.values(examples)
      .map(({ value }) => value)
      .filter((value) => "images" in value);
    const images = clientWith(
      pages.map((page) => respond(page)),
      { mode: "throw" },
    );
    for (const page of pages) expect(await images.list()).toEqual(page);
  });

  it("leaves failures of the service unchanged, and reports their shape when http returns them", async () => {
    const reports: ViolationReport[] = [];
    const failure = respond({ error_code: "WKS.00211302" }, { status: 401 });
    const images = clientWith([failure, failure], {
      mode: "throw",
      onViolation: (report) => reports.push(report),
    });
    const { error } = await images.http.GET("/v2/{project_id}/images", { params: path });
    expect(error).toEqual({ error_code: "WKS.00211302" });
    expect(reports).toMatchObject([
      { status: 401, violations: [{ path: "/error_msg", expected: "string", found: "nothing" }] },
    ]);
    await expect(images.list()).rejects.toThrow(ApiError);
  });

  it("validates what other middleware replaces a response with, even if it is not JSON", async () => {
    const images = clientWith([respond({ images: [] })], { mode: "throw" });
    images.http.use({ onResponse: () => new Response("<html>") });
    await expect(images.list()).rejects.toThrow(
      "does not conform to the description: expected object, found nothing",
    );
  });

  it("leaves the body of a response for the next reader", async () => {
    const images = clientWith([respond({ images: [] })], { mode: "throw" });
    images.http.use({ onResponse: () => Response.json({ images: [{ id: "a" }] }) });
    expect(await images.list()).toEqual({ images: [{ id: "a" }] });
  });

  it("can be removed again", async () => {
    const images = clientWith([respond(broken), respond(broken)], { mode: "off" });
    const strict = createValidation({ mode: "throw" });
    images.http.use(strict);
    await expect(images.list()).rejects.toThrow(ResponseError);
    images.http.eject(strict);
    expect(await images.list()).toEqual(broken);
  });

  it("rejects an unknown mode, and warn without onViolation", () => {
    const warning = () => createValidation({ mode: "warning" } as unknown as ValidationOptions);
    expect(warning).toThrow(InputError);
    expect(warning).toThrow("mode must be off, warn or throw");
    // @ts-expect-error -- warn requires onViolation.
    expect(() => createValidation({ mode: "warn" })).toThrow("onViolation is missing");
  });
});

describe("validator", () => {
  it.each([
    [{ type: "string", pattern: "a" }, 'Thing: the validator does not support "pattern" here'],
    [
      { type: "object", properties: { a: { type: "string", enum: [] } } },
      'Thing/a: the validator does not support "enum"',
    ],
    [{ type: "array", items: { type: "number" } }, 'Thing/items: the validator needs a "type" among'],
    [{ description: "anything" }, 'Thing: the validator needs a "type" among'],
    [
      { type: "array", items: { $ref: "#/components/schemas/Thing" } },
      'Thing/items: the validator does not support "$ref" here',
    ],
    [{ type: ["string", "integer"], minLength: 1, minimum: 1 }, "Thing: the validator supports only one of"],
  ])("rejects %j, which the validation would ignore", (schema, message) => {
    expect(() => validator({ Thing: schema as Record<string, unknown> })).toThrow(message);
  });

  it("names a schema that is part of another, and writes it first", () => {
    const Part = { type: "string", minLength: 1 };
    const written = validator({ Whole: { type: "array", items: Part }, Part });
    expect(written).toMatch(/const Part: Rule = .+\n\nconst Whole: Rule = .+ items: Part }/);
  });
});
