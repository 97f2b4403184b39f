import { facts } from "@workspace-images/spec/facts";
import { describe, expect, test } from "vitest";
import type { Dereferenced } from "../scripts/dereferenced.ts";
import { facts as derive } from "../scripts/facts.ts";
import { NAMES, type Node, objects, readDereferenced } from "./bundle.ts";

const { listImages, createToken, listProjects, createTokenWithIdToken } = facts.operations;
const { createTemporaryAccessKeyByToken, assumeAgencyWithOidc } = facts.operations;
const query = (name: string) => listImages.parameters.query.find((one) => one.name === name);

test("the facts name method, path and parameters of each operation", () => {
  expect(listImages).toMatchObject({ method: "GET", path: "/v2/{project_id}/images" });
  expect(createToken).toMatchObject({ method: "POST", path: "/v3/auth/tokens" });
  expect(listImages.parameters.path.map(({ name, length }) => [name, length])).toEqual([
    ["project_id", [1, 255]],
  ]);
  expect(listImages.parameters.header.map(({ name }) => name)).toEqual(["X-Project-Id"]);
  expect(listProjects.parameters.query.map(({ name, length }) => [name, length])).toEqual([
    ["name", [1, 64]],
  ]);
  expect(createToken.parameters.query.map(({ name, length }) => [name, length])).toEqual([
    ["nocatalog", [1]],
  ]);
  expect(createTokenWithIdToken.parameters.header.map(({ name, length }) => [name, length])).toEqual([
    ["X-Idp-Id", [1]],
  ]);
});

test("a parameter has the values, the range or the length that it allows, its default and its examples", () => {
  expect(query("image_type")).toMatchObject({ kind: "string", values: ["gold", "private"] });
  expect(query("limit")).toMatchObject({ kind: "integer", range: [0, 100], default: 100, examples: [10] });
  expect(query("platform")).toMatchObject({ length: [1, 255], examples: ["Windows"] });
  expect(query("sort_field")).toMatchObject({ values: ["name", "created_at"], default: "name" });
  for (const { values, range, length } of listImages.parameters.query)
    expect([values, range, length].filter(Boolean)).toHaveLength(1);
});

test("a text has its mark, and its words without marks", () => {
  expect(query("image_id")).toMatchObject({
    mark: { name: "Later addition", since: "March 2024" },
    text: "ID of the image to list.",
  });
  expect(query("limit")).not.toHaveProperty("mark");
  expect(query("limit")?.text).toContain("Not confirmed what 0 means");
});

test("a filter compares the property of its name, or what x-filter says", () => {
  expect(query("os_type")?.filter).toEqual({ field: "os_type", match: "exact" });
  expect(query("image_id")?.filter).toEqual({ field: "id", match: "exact" });
  expect(query("platform")?.filter).toEqual({ field: "os_version", match: "first-words" });
  expect(query("package_type")?.filter).toEqual({ field: "package_types", match: "hidden-list" });
  for (const name of ["limit", "offset", "sort_field", "sort_type"])
    expect(query(name)).not.toHaveProperty("filter");
});

test("a filter that compares anything but one property exactly is marked as not confirmed", () => {
  for (const { filter, description } of listImages.parameters.query)
    if (filter && filter.match !== "exact")
      expect(description).toMatch(/\*\*Not confirmed\*\* wh\w+ .*compares/s);
});

test("images can be sorted by properties that they have", () => {
  const names = facts.imageFields.map(({ name }) => name);
  for (const field of query("sort_field")?.values ?? []) expect(names).toContain(field);
});

test("an image field has its type, and the values known of an open set", () => {
  const field = (name: string) => facts.imageFields.find((one) => one.name === name);
  expect(field("id")).toMatchObject({ kind: "string", isRequired: true, isNullable: false });
  expect(field("min_disk")).toMatchObject({ kind: "integer", isRequired: false, examples: [50] });
  expect(field("kms_id")).toMatchObject({ kind: "string", isNullable: true });
  expect(field("architecture")?.known).toEqual(["x86", "arm"]);
});

test("an error has status, code, message, summary, remedy and body", () => {
  expect(listImages.errors.find(({ name }) => name === "throttled")).toMatchObject({
    status: 429,
    code: "APIGW.0308",
    message: expect.stringContaining("ratelimit"),
    summary: "Too many calls in a second",
    remedy: "Wait as long as `Retry-After` or the message says, then retry.",
  });
  expect(createToken.errors.find(({ name }) => name === "wrongPassword")).toMatchObject({
    status: 401,
    code: "401",
    message: "The username or password is wrong.",
    body: { error: { code: 401 } },
  });
});

test("each error example of the descriptions is a fact", () => {
  for (const [name, operations] of [
    ["images", [listImages]],
    ["iam", [createToken, listProjects, createTokenWithIdToken, createTemporaryAccessKeyByToken]],
    ["sts", [assumeAgencyWithOidc]],
  ] as const) {
    const found = new Set(operations.flatMap(({ errors }) => errors.map((error) => error.name)));
    const described = Object.entries(readDereferenced(name)["components"]?.["examples"] ?? {})
      .filter(([, { value }]) => value?.["error"] || value?.["error_code"])
      .map(([example]) => example);
    expect([...found].sort()).toEqual(described.sort());
  }
});

test.each([
  ["images", [listImages]],
  ["iam", [createToken, listProjects]],
] as const)("the facts say of %s what its schemas and examples do", (name, described) => {
  const { paths, components } = readDereferenced(name) as Node;
  for (const { method, path, parameters, errors } of described) {
    const item = paths?.[path];
    const operation = item?.[method.toLowerCase()];
    const written = [...(item?.["parameters"] ?? []), ...(operation?.["parameters"] ?? [])] as Node[];
    for (const [place, all] of Object.entries(parameters)) {
      const here = written.filter((parameter) => String(parameter["in"]) === place);
      expect(all.map((parameter) => parameter.name)).toEqual(here.map((parameter) => parameter["name"]));
      for (const [index, { values, range = [], length = [], examples, ...fact }] of all.entries()) {
        const { schema, examples: named } = here[index] as Node;
        expect.soft(values, fact.name).toEqual(schema?.["enum"]);
        expect.soft(fact.default, fact.name).toEqual(schema?.["default"]);
        expect.soft(range, fact.name).toEqual([schema?.["minimum"] ?? [], schema?.["maximum"] ?? []].flat());
        if (!values && range.length === 0)
          expect
            .soft(length, fact.name)
            .toEqual([schema?.["minLength"] ?? 0, schema?.["maxLength"] ?? []].flat());
        expect.soft(examples, fact.name).toEqual(Object.values(named as Node).map(({ value }) => value));
      }
    }
    for (const { name: example, body } of errors)
      expect.soft(body, example).toEqual(components?.["examples"]?.[example]?.["value"]);
  }
});

test("an image field has the type, the known values and the examples of its property", () => {
  const image = readDereferenced("images")["components"]?.["schemas"]?.["ImageInfo"];
  const properties = Object.entries(image?.["properties"] ?? {});
  const required = image?.["required"] as unknown as readonly string[];
  expect(facts.imageFields.map(({ name }) => name)).toEqual(properties.map(([name]) => name));
  for (const [
    index,
    { name, kind, isNullable, isRequired, known, examples },
  ] of facts.imageFields.entries()) {
    const property = properties[index]?.[1];
    const types = [property?.["type"]].flat() as unknown[];
    expect.soft([kind, ...(isNullable ? ["null"] : [])], name).toEqual(types);
    expect.soft(isRequired, name).toBe(required.includes(name));
    expect.soft(known, name).toEqual(property?.["x-extensible-enum"]);
    expect.soft(examples, name).toEqual(property?.["examples"]);
  }
});

test("remedies are sentences", () => {
  for (const { errors } of Object.values(facts.operations))
    for (const { remedy } of errors) expect(remedy).toMatch(/^[A-Z`].*\.$/s);
});

test("an operation has the sets of headers that authenticate it", () => {
  expect(listImages.credentials).toEqual([
    { title: "User token", headers: ["X-Auth-Token"] },
    { title: "Access key", headers: ["Authorization", "X-Sdk-Date"] },
    { title: "Temporary access key", headers: ["Authorization", "X-Sdk-Date", "X-Security-Token"] },
  ]);
  expect(listProjects.credentials).toEqual(listImages.credentials);
  expect(createToken.credentials).toEqual([]);
});

test("a header that is no parameter has its value or the credentials that fill it, and says why", () => {
  const header = (name: string) => listImages.headers.find((one) => one.name === name);
  expect(header("X-Auth-Token")).toMatchObject({
    isMandatory: true,
    credentials: ["User token"],
    text: expect.stringContaining("signed with an access key needs no token"),
  });
  expect(header("Content-Type")).toMatchObject({
    isMandatory: true,
    value: "application/json",
    credentials: [],
    text: expect.stringContaining("OpenAPI ignores a header parameter named Content-Type"),
  });
  expect(header("X-Security-Token")).toMatchObject({
    isMandatory: false,
    credentials: ["Temporary access key"],
    mark: { name: "Later addition" },
  });
  expect(createToken.headers.map(({ name, value }) => [name, value])).toEqual([
    ["Content-Type", "application/json;charset=utf8"],
  ]);
});

test("an example request has its bodies", () => {
  const [password] = createToken.requests;
  expect(password).toMatchObject({
    url: "/v3/auth/tokens?nocatalog=true",
    body: { auth: { scope: { project: { name: "cn-north-4" } } } },
    response: { status: 201, name: "withoutCatalog", body: { token: { catalog: [] } } },
  });
  expect(listImages.requests[0]?.response?.body).toMatchObject({ total_count: 1 });
  expect(listImages.requests[1]).not.toHaveProperty("response");
});

test("a region has the endpoint of each server", () => {
  const [server] = readDereferenced("images")["servers"] as unknown as Node[];
  const regions = server?.["variables"]?.["region"]?.["enum"] as unknown as string[];
  const endpoints = regions.map((region) => String(server?.["url"]).replace("{region}", region));
  expect(facts.regions.slice(0, -1)).toEqual(
    regions.map((region, index) => ({ region, endpoint: endpoints[index] })),
  );
  expect(facts.regions).toContainEqual({
    region: "cn-north-4",
    endpoint: "https://workspace.cn-north-4.myhuaweicloud.com",
  });
  expect(facts.regions.filter(({ region }) => region === "eu-west-101")).toHaveLength(2);
});

describe("without what a fact needs, the build names the file:", () => {
  function derived(change: (images: Node) => void) {
    const [images, ...issuers] = NAMES.map(readDereferenced) as [Node, ...Node[]];
    change(images);
    return () => derive(images as unknown as Dereferenced, issuers as unknown as Dereferenced[]);
  }
  const parameters = (images: Node) =>
    images["paths"]?.["/v2/{project_id}/images"]?.["get"]?.["parameters"] as unknown as Record<
      string,
      unknown
    >[];

  test("an error without a remedy", () => {
    const build = derived((images) => {
      for (const [, node] of objects(images)) delete (node as Record<string, unknown>)["x-remedy"];
    });
    expect(build).toThrow("examples/badRequest.yaml needs an x-remedy: it is an error of listImages");
  });

  test("a filter that compares nothing", () => {
    const added = { ...parameters(readDereferenced("images"))[0], name: "no_such" };
    const build = derived((images) => parameters(images).push(added));
    expect(build).toThrow("parameters/no_such.yaml: images have no property no_such.");
  });

  const operation = (images: Node) =>
    images["paths"]?.["/v2/{project_id}/images"]?.["get"] as unknown as Record<string, unknown>;

  test("a credential without a name", () => {
    const build = derived((images) => {
      const schemes = images["components"]?.["securitySchemes"];
      delete (schemes?.["XAuthToken"] as Record<string, unknown> | undefined)?.["x-displayName"];
    });
    expect(build).toThrow("XAuthToken: no securityScheme has an x-displayName");
  });

  test("a header that nothing fills", () => {
    const build = derived((images) => {
      operation(images)["x-mandatoryHeaders"] = [{ name: "Accept" }];
    });
    expect(build).toThrow("listImages: no credential fills Accept, so it needs a value");
  });

  test("a header without a section that says why", () => {
    const build = derived((images) => {
      operation(images)["description"] = "Lists images.";
    });
    expect(build).toThrow('listImages: the description needs a section "Request headers"');
  });

  test("a request with an unknown response", () => {
    const build = derived((images) => {
      operation(images)["x-requestExamples"] = [{ name: "a", summary: "b", url: "/", response: "none" }];
    });
    expect(build).toThrow("listImages: no response has an example none");
  });

  test("a hidden list that is not hidden", () => {
    const filter = { field: "name", match: "hidden-list" };
    const build = derived((images) => Object.assign(parameters(images)[0] ?? {}, { "x-filter": filter }));
    expect(build).toThrow("parameters/os_type.yaml: images have the property name");
  });
});

test("a server variable has no description, which some parsers reject", () => {
  for (const name of NAMES)
    for (const [, node] of objects(readDereferenced(name)["servers"]))
      if (node["variables"]) expect(JSON.stringify(node["variables"])).not.toContain('"description"');
});
