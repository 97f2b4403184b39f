import { mockControl } from "@workspace-images/spec";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import dereferenced from "../dist/mock-control.dereferenced.json" with { type: "json" };
import type { Node } from "./bundle.ts";

const ajv = new Ajv2020({ strict: false, formats: { int32: true } });
const operations = Object.entries(dereferenced.paths as unknown as Node).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ call: `${method} ${path}`, operation })),
);

test("every operation has its own ID, and paths under /_mock/ only", () => {
  const ids = operations.map(({ operation }) => operation["operationId"]);
  expect(new Set(ids).size).toBe(operations.length);
  expect(Object.keys(mockControl.paths).every((path) => path.startsWith("/_mock/"))).toBe(true);
});

test.each(operations)("the examples of $call are valid", ({ operation }) => {
  for (const body of [operation["requestBody"], ...Object.values(operation["responses"] ?? {})]) {
    const media = body?.["content"]?.["application/json"];
    for (const example of Object.values(media?.["examples"] ?? {})) {
      expect(ajv.validate(media?.["schema"] as object, example["value"]), ajv.errorsText()).toBe(true);
    }
  }
});
