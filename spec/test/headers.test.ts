import { expect, test } from "vitest";
import { NAMES } from "./bundle.ts";
import { documentedHeaders } from "./documented.ts";
import { operations } from "./places.ts";

test.each(NAMES)("the responses of %s have the headers of the sources, and no other", (name) => {
  for (const { operationId, responses } of operations(name)) {
    const documented = Object.entries(
      documentedHeaders[String(operationId)] ?? documentedHeaders[name] ?? {},
    );
    for (const [status, { headers = {} }] of Object.entries(responses ?? {})) {
      const expected = documented.flatMap(([header, statuses]) => (statuses.includes(status) ? header : []));
      expect.soft(Object.keys(headers).sort(), `${operationId} ${status}`).toEqual(expected.sort());
    }
  }
});
