import { facts } from "@workspace-images/spec/facts";
import { expect, test } from "vitest";
import { documentedErrors } from "./documented.ts";

test.each(Object.entries(facts.operations))(
  "the errors of %s are those of the sources, the usual one of each status first",
  (operation, { errors }) => {
    const found = Object.groupBy(errors, ({ status }) => status);
    const written = Object.entries(found).map(([status, all = []]) => [
      status,
      all.map(({ code, message }) => `${code} ${message}`),
    ]);
    expect(Object.fromEntries(written)).toEqual(documentedErrors[operation]);
  },
);
