import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Node, readBundle } from "./bundle.ts";

const { paths, components, servers } = readBundle("images") as Node;
const operation = paths?.["/v2/{project_id}/images"]?.["get"];
const documented: Readonly<Record<string, readonly { readonly name: string; readonly in?: string }[]>> =
  parse(readFileSync(new URL("../documented/list-images.yaml", import.meta.url), "utf8"));
const MARK = "**Later addition";

/** Tells whether the documentation page has a row of this name. */
function isOn(table: "queryParameters" | "responseFields", name: string, schema?: string): boolean {
  return documented[table]?.some((row) => row.name === name && row.in === schema) === true;
}

describe("what the documentation page does not have", () => {
  const parameters = Object.values(operation?.["parameters"] ?? {})
    .map((parameter) => [String(parameter["name"]), parameter] as const)
    .filter(([name]) => !isOn("queryParameters", name));
  const properties = Object.entries(components?.["schemas"] ?? {}).flatMap(([schema, { properties = {} }]) =>
    Object.entries(properties as Node)
      .filter(([name]) => !isOn("responseFields", name, schema))
      .map(([name, property]) => [`${schema}.${name}`, property] as const),
  );

  test.each([...parameters, ...properties])("%s is marked", (_, { description }) => {
    expect(description).toContain(MARK);
  });

  test("is all there", () => {
    const names = [...parameters, ...properties].map(([name]) => name);
    const added = ["image_id", "sort_field", "sort_type", "X-Project-Id", "X-Security-Token"];
    const fields = ["ImageInfo.architecture", "ImageInfo.created_at", "ImageInfo.kms_id"];
    const fieldsOfErrors = ["error_detail", "encoded_authorization_message", "request_id"];
    expect(names).toEqual(
      expect.arrayContaining([...added, ...fields, ...fieldsOfErrors.map((name) => `ErrorBody.${name}`)]),
    );
  });

  test.each(["SignedRequest", "XSdkDate"])("credential %s is marked", (scheme) => {
    expect(components?.["securitySchemes"]?.[scheme]?.description).toContain(MARK);
  });

  test("status 429 is marked, with the body of the gateway", () => {
    const response = operation?.["responses"]?.["429"];
    expect(response?.description).toContain(MARK);
    expect(response?.["content"]?.["application/json"]?.["examples"]?.["throttled"]?.["value"]).toMatchObject(
      {
        error_code: "APIGW.0308",
        request_id: expect.any(String),
      },
    );
  });

  test.each(["X-Request-Id", "Retry-After"])("response header %s is marked", (name) => {
    expect(operation?.["responses"]?.["429"]?.["headers"]?.[name]?.description).toContain(MARK);
  });
});

test("both credentials are alternatives, and the signature needs its date", () => {
  expect(readBundle("images")["security"]).toEqual([{ XAuthToken: [] }, { SignedRequest: [], XSdkDate: [] }]);
});

test("the servers list the documented regions and both hosts of eu-west-101", () => {
  const [regional, european] = servers as unknown as Node[];
  const regions = regional?.["variables"]?.["region"]?.["enum"] as unknown as string[];
  expect(regions).toHaveLength(19);
  expect(regions).toContain("eu-west-101");
  expect(String(european?.["url"])).toBe("https://workspace.eu-west-101.myhuaweicloud.eu");
  expect(european?.description).toContain("**Not confirmed**");
});
