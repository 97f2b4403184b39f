import { describe, expect, test } from "vitest";
import { type Node, readBundle } from "./bundle.ts";

const { paths, components, servers } = readBundle("images") as Node;
const operation = paths?.["/v2/{project_id}/images"]?.["get"];
const MARK = "**Later addition";

describe("what the documentation page does not have", () => {
  test.each(["image_id", "sort_field", "sort_type", "X-Project-Id", "X-Security-Token"])(
    "parameter %s is marked",
    (name) => {
      const parameter = operation?.["parameters"]?.find((one: Node) => String(one["name"]) === name);
      expect(parameter?.description).toContain(MARK);
    },
  );

  test.each([
    ["ImageInfo", "architecture"],
    ["ImageInfo", "created_at"],
    ["ImageInfo", "kms_id"],
    ["ErrorBody", "error_detail"],
    ["ErrorBody", "encoded_authorization_message"],
    ["ErrorBody", "request_id"],
  ])("%s.%s is marked", (schema, property) => {
    expect(components?.["schemas"]?.[schema]?.["properties"]?.[property]?.description).toContain(MARK);
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
