import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Name } from "./bundle.ts";
import { operations } from "./places.ts";

interface Step {
  readonly stepId: string;
  readonly operationId: string;
  readonly successCriteria: unknown;
}

const file = new URL("../workflows/list-images.arazzo.yaml", import.meta.url);
const { workflows } = parse(readFileSync(file, "utf8")) as { workflows: { steps: Step[] }[] };

test.each(workflows.flatMap(({ steps }) => steps))(
  "step $stepId of the workflow succeeds only with the successful status of its call",
  ({ operationId, successCriteria }) => {
    const [, source, call] = operationId.split(".") as [string, Name, string];
    const operation = operations(source).find((one) => String(one["operationId"]) === call);
    const [status] = Object.keys(operation?.["responses"] ?? {}).filter((code) => code.startsWith("2"));
    expect(successCriteria).toEqual([{ condition: `$statusCode == ${status}` }]);
  },
);
