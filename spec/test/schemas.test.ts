import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { NAMES, type Node, objects, readBundle, readDereferenced } from "./bundle.ts";
import { additions } from "./documented.ts";
import { operations } from "./places.ts";

const ajv = new Ajv2020({ strict: false, formats: { int32: Number.isInteger, password: true } });
const KNOWN = "x-extensible-enum";
const EXTENSIONS = [
  KNOWN,
  "x-codeSamples",
  "x-displayName",
  "x-enumDescriptions",
  "x-filter",
  "x-mandatoryHeaders",
  "x-remedy",
  "x-requestExamples",
  "x-signature-algorithm",
  "x-unit",
];

const isSchema = (node: Node) => ["type", "enum", "properties", "items"].some((keyword) => keyword in node);

/** Values of an example at the schemas that know values. */
function* knownValues(schema: Node, value: unknown): Generator<readonly [value: unknown, known: unknown]> {
  const known = schema["enum"] ?? schema[KNOWN];
  if (known !== undefined && value !== null) yield [value, known];
  if (Array.isArray(value)) {
    for (const item of value) if (schema["items"]) yield* knownValues(schema["items"], item);
  } else if (value !== null && typeof value === "object") {
    for (const [name, part] of Object.entries(value)) {
      const property = schema["properties"]?.[name];
      if (property) yield* knownValues(property, part);
    }
  }
}

describe.each(NAMES)("the schemas of %s", (name) => {
  const description = readDereferenced(name);
  const schemas = [...objects(description["components"]?.["schemas"])].filter(([, node]) => isSchema(node));
  const parameters = Object.values(description["components"]?.["parameters"] ?? {});
  const media = operations(name).flatMap((operation) =>
    [operation["requestBody"], ...Object.values(operation["responses"] ?? {})].flatMap(
      (part) => part?.["content"]?.["application/json"] ?? [],
    ),
  );

  test("have defaults that fit them", () => {
    for (const [key, schema] of objects(description)) {
      if (!("default" in schema)) continue;
      expect.soft(ajv.validate(schema, schema["default"]), key).toBe(true);
      if (schema["enum"]) expect.soft(schema["enum"], key).toContain(schema["default"]);
    }
  });

  test("have examples of known values only", () => {
    const inSchemas = schemas.flatMap(([, schema]) =>
      ((schema["examples"] ?? []) as unknown[]).map((value) => [schema, value] as const),
    );
    const inBodies = media.flatMap(({ schema, examples }) =>
      Object.values(examples ?? {}).map((example) => [schema as Node, example["value"]] as const),
    );
    const inParameters = parameters.flatMap(({ schema, examples }) =>
      Object.values(examples ?? {}).map((example) => [schema as Node, example["value"]] as const),
    );
    const all = [...inSchemas, ...inBodies, ...inParameters].flatMap(([schema, value]) => [
      ...knownValues(schema, value),
    ]);
    expect(all.length > 5).toBe(schemas.some(([, schema]) => schema["enum"] ?? schema[KNOWN]));
    for (const [value, known] of all) expect.soft(known).toContain(value);
  });

  test("show every known value of an open set in their examples", () => {
    const sorted = (values: unknown) => [...(values as readonly string[])].sort();
    for (const [key, { [KNOWN]: known, examples = [] }] of schemas) {
      if (known && key !== "items") expect.soft(sorted(examples), key).toEqual(sorted(known));
    }
  });

  test("describe each value of a set with x-enumDescriptions, and no other", () => {
    for (const [key, node] of objects(description)) {
      const described = node["x-enumDescriptions"];
      if (described) expect.soft(Object.keys(described), key).toEqual(node["enum"] ?? node[KNOWN]);
    }
  });

  test("give a value the same meaning in x-enumDescriptions and in the text", () => {
    for (const [key, node] of objects(description)) {
      const described = (node["schema"] ?? node["items"] ?? node)["x-enumDescriptions"];
      if (!described || typeof node.description !== "string") continue;
      for (const [value, meaning] of Object.entries(described)) {
        const [, said = ""] = node.description.split(`\`${value}\``);
        const [word] = String(meaning).toLowerCase().split(" ");
        expect.soft(value + said.split("`")[0], key).toContain(word);
      }
    }
  });

  test("require only properties that they describe", () => {
    for (const [key, { required, properties }] of schemas) {
      for (const property of (required ?? []) as string[]) {
        if (properties) expect.soft(Object.keys(properties), key).toContain(property);
      }
    }
  });

  test("require in responses only what a client cannot do without", () => {
    const responses = operations(name).flatMap(({ responses = {} }) => [...objects(responses)]);
    const inResponses = new Set(responses.map(([, node]) => JSON.stringify(node)));
    const required = Object.entries(description["components"]?.["schemas"] ?? {})
      .filter(([, schema]) => schema["required"] && inResponses.has(JSON.stringify(schema)))
      .map(([schema, node]) => [schema, node["required"]]);
    expect(Object.fromEntries(required)).toEqual(additions.required[name]);
  });

  test("name their unit in the text, too", () => {
    for (const [, { "x-unit": unit, description: text }] of schemas)
      if (unit) expect(text).toContain(`in ${unit}`);
  });

  test("have no format but int32 and password", () => {
    const formats = [...objects(description)].flatMap(([, { format }]) =>
      typeof format === "string" ? format : [],
    );
    expect(formats.filter((format) => !["int32", "password"].includes(format))).toEqual([]);
  });

  test("have no closed set and no length in responses, except that IDs are not empty", () => {
    const responses = operations(name).flatMap(({ responses = {} }) => Object.values(responses as Node));
    for (const [key, node] of objects(responses)) {
      for (const keyword of ["enum", "maxLength", "minItems"])
        expect.soft(node, key).not.toHaveProperty(keyword);
      if (!/(^|_)id$/.test(key)) expect.soft(node, key).not.toHaveProperty("minLength");
    }
  });

  test("are not readOnly, because no body is sent and received", () => {
    expect(JSON.stringify(description)).not.toMatch(/"(?:readOnly|writeOnly)"/);
  });
});

test.each(NAMES)("%s uses only known extensions", (name) => {
  const isValue = (key: string) => ["value", "examples", "example"].includes(key);
  const used = new Set<string>();
  const walk = (node: unknown, key: string): void => {
    if (node === null || typeof node !== "object" || isValue(key)) return;
    for (const [part, value] of Object.entries(node)) {
      if (part.startsWith("x-")) used.add(part);
      walk(value, part);
    }
  };
  walk(readBundle(name), "");
  expect([...used].filter((extension) => !EXTENSIONS.includes(extension))).toEqual([]);
});

test.each([
  ["TokenRequest", { auth: { identity: { methods: ["totp"], password: {} }, scope: {} } }, "totp"],
  ["ProjectScope", {}, "1 properties"],
  ["ErrorBody", {}, "1 properties"],
  ["ErrorBody", { request_id: "r" }, "error_code"],
  ["ErrorBody", { error_code: "IAM.0001" }, "error_msg"],
])("IAM's %s rejects %j", (schema, value, reason) => {
  const validate = ajv.compile(readDereferenced("iam")["components"]?.["schemas"]?.[schema] as object);
  expect(validate(value)).toBe(false);
  expect(ajv.errorsText(validate.errors)).toContain(reason);
});

test.each([
  ["images", "ImageInfo", { id: "i", os_version: "", image_type: "market", new_property: 1 }],
  ["images", "ImagePage", { images: [] }],
  ["images", "ErrorBody", { error_code: "WKS.1", error_msg: "", new_property: 1 }],
  ["iam", "ErrorBody", { error_code: "IAM.0001", error_msg: "" }],
  ["iam", "ErrorBody", { error: { code: 401, message: "m", title: "t" } }],
  ["iam", "ErrorBody", { error: { code: 401 } }],
  ["iam", "ProjectList", { projects: [{ id: "p", name: "cn-north-4" }] }],
  ["iam", "ProjectScope", { id: "p" }],
  ["iam", "Token", { expires_at: "", issued_at: "", project: { id: "p" } }],
] as const)("%s: %s accepts %j", (name, schema, value) => {
  const validate = ajv.compile(readDereferenced(name)["components"]?.["schemas"]?.[schema] as object);
  validate(value);
  expect(validate.errors).toBeNull();
});
