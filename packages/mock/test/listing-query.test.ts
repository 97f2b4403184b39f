import fc from "fast-check";
import { expect, test } from "vitest";
import { createMock } from "../src/index.ts";
import { list } from "./listing.ts";

const mock = createMock({ images: [] });

test.each([
  ["limit=101", "The value of limit must be an integer from 0 to 100."],
  ["limit=-1", "The value of limit must be an integer from 0 to 100."],
  ["limit=ten", "The value of limit must be an integer from 0 to 100."],
  ["limit=1.5", "The value of limit must be an integer from 0 to 100."],
  ["limit=1e1", "The value of limit must be an integer from 0 to 100."],
  ["limit=", "The value of limit must be an integer from 0 to 100."],
  ["offset=5001", "The value of offset must be an integer from 0 to 5000."],
  ["offset=-1", "The value of offset must be an integer from 0 to 5000."],
  ["image_type=public", "The value of image_type must be gold or private."],
  ["image_type=", "The value of image_type must be gold or private."],
  ["sort_field=id", "The value of sort_field must be name or created_at."],
  ["sort_type=up", "The value of sort_type must be asc or desc."],
  ["platform=", "The value of platform must have 1 to 255 characters."],
  ["architecture=", "The value of architecture must have 1 to 10 characters."],
  ["architecture=01234567890", "The value of architecture must have 1 to 10 characters."],
  [`os_type=${"x".repeat(256)}`, "The value of os_type must have 0 to 255 characters."],
  [`package_type=${"x".repeat(256)}`, "The value of package_type must have 0 to 255 characters."],
  [`image_id=${"x".repeat(256)}`, "The value of image_id must have 0 to 255 characters."],
  ["limit=1&limit=2", "The value of limit must not be repeated."],
  ["os_type=&os_type=", "The value of os_type must not be repeated."],
])("rejects ?%s as an invalid parameter", async (query, error_detail) => {
  const { status, body, headers } = await list(mock, query);
  expect(status).toBe(400);
  expect(headers.get("x-request-id")).toBeTruthy();
  // An error of Workspace itself, so the body has no request ID.
  expect(body).toEqual({ error_code: "WKS.00211102", error_msg: "Invalid parameter.", error_detail });
});

test.each([
  "limit=0",
  "limit=100",
  "offset=0",
  "offset=5000",
  `os_type=${"😀".repeat(255)}`,
  "constructor=1",
])("accepts ?%s", async (query) => {
  expect((await list(mock, query)).status).toBe(200);
});

test.each([
  ["X-Project-Id", "", "x-project-id must have 1 to 255 characters"],
  ["X-Project-Id", "x".repeat(256), "x-project-id must have 1 to 255 characters"],
  ["X-Security-Token", "", "x-security-token must not be empty"],
])("rejects an invalid header %s", async (name, value, problem) => {
  const { status, body } = await list(mock, "", { headers: { "X-Auth-Token": "t", [name]: value } });
  expect(status).toBe(400);
  expect(body).toMatchObject({ error_code: "WKS.00211102", error_detail: `The value of ${problem}.` });
});

test("accepts a project ID of 1 to 255 characters", async () => {
  const get = (id: string) => mock.fetch(`${mock.url}/v2/${id}/images`, { headers: { "X-Auth-Token": "t" } });
  expect((await get("x".repeat(255))).status).toBe(200);
  expect((await get("x".repeat(256))).status).toBe(400);
  expect((await get("%zz")).status).toBe(200);
});

test("responds to every query as documented", async () => {
  const name = fc.oneof(
    fc.constantFrom("limit", "offset", "os_type", "image_type", "sort_field", "__proto__"),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, fc.string({ unit: "binary" }))), async (pairs) => {
      const { status, body } = await list(mock, new URLSearchParams(pairs).toString());
      expect([200, 400]).toContain(status);
      if (status === 200) expect(body).toEqual({ total_count: 0, images: [] });
      else expect(body.error_code).toBe("WKS.00211102");
    }),
  );
});
