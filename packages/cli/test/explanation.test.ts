import { ApiError, InputError, ResponseError } from "@workspace-images/client";
import { expect, test } from "vitest";
import { explain } from "../src/failure/explanation.ts";
import { ExitStatus } from "../src/process/exit-status.ts";

const remedy = "To see all options, use --help.";

test("names the option of an invalid value, or the variable that it comes from", () => {
  const message = "sort_type is up, but must be asc or desc";
  const error = new InputError(message, "sort_type");
  const problem = (name: string) => `${name} is invalid: ${message}`;
  expect(explain(error)).toEqual({ problem: problem("--sort-type"), remedy, status: ExitStatus.usageError });
  expect(explain(error, { sort_type: "A_VARIABLE" }).problem).toBe(problem("A_VARIABLE"));
});

test("shows the message of invalid input that is not a single field", () => {
  const problem = "The request goes elsewhere";
  expect(explain(new InputError(problem))).toEqual({ problem, remedy, status: ExitStatus.usageError });
});

test.each([
  ["a rejection by IAM", new ApiError({ status: 403, target: "iam" }), "Use --project-id."],
  ["the offset limit", new ResponseError("too far", "offset-limit"), "Use filters"],
  ["any other untrusted response", new ResponseError("no JSON", "not-json"), "Check --endpoint"],
])("explains %s by the fields of the error", (_, error, expected) => {
  expect(explain(error).remedy).toContain(expected);
});
