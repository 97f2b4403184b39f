import { InputError } from "@workspace-images/client";
import { expect, test } from "vitest";
import { ExitStatus } from "../src/exit-status.ts";
import { explain } from "../src/explanation.ts";

const remedy = "All options: --help";

test("wrong input is told by the option, or by what it came from", () => {
  const error = new InputError("limit is 101, but has to be from 0 to 100", "limit");
  const problem = (name: string) => `${name} is 101, but has to be from 0 to 100`;
  expect(explain(error)).toEqual({ problem: problem("--limit"), remedy, status: ExitStatus.wrongUse });
  expect(explain(error, { limit: "A_VARIABLE" }).problem).toBe(problem("A_VARIABLE"));
});

test("wrong input that is no single field is told as it is", () => {
  const problem = "The request goes elsewhere";
  expect(explain(new InputError(problem))).toEqual({ problem, remedy, status: ExitStatus.wrongUse });
});
