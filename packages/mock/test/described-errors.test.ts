import { facts } from "@workspace-images/spec/facts";
import { expect, test } from "vitest";
import * as described from "../src/generated/described-errors.gen.ts";

test.each(Object.entries(facts.operations))(
  "the mock has every error of %s as described",
  (_, { errors }) => {
    const known = Object.values(described).map((error) => JSON.stringify(error));
    for (const { name, status, body } of errors) {
      const sent = "request_id" in body ? { ...body, request_id: "" } : body;
      expect.soft(known, name).toContain(JSON.stringify({ status, body: sent }));
    }
  },
);
