import { ApiError, InputError, ResponseError } from "@workspace-images/client";
import { facts } from "@workspace-images/spec/facts";
import { expect, test } from "vitest";
import { explain } from "../src/failure/explanation.ts";
import { ExitStatus } from "../src/process/exit-status.ts";

const remedy = "To see all options, use --help.";

test("names the option of an invalid value, or the variable that it comes from, instead of the field", () => {
  const error = new InputError("sort_type is up, but must be asc or desc", "sort_type");
  const problem = "--sort-type is up, but must be asc or desc";
  expect(explain(error)).toEqual({ problem, remedy, status: ExitStatus.usageError });
  expect(explain(error, { sort_type: "A_VARIABLE" }).problem).toBe(
    "A_VARIABLE is up, but must be asc or desc",
  );
});

test("names the option in front of a message that does not start with the field", () => {
  const error = new InputError("The passcode was already used", "passcode");
  expect(explain(error).problem).toBe("--passcode is invalid: The passcode was already used");
});

test("shows the message of invalid input that is not a single field", () => {
  const problem = "The request goes elsewhere";
  expect(explain(new InputError(problem))).toEqual({ problem, remedy, status: ExitStatus.usageError });
});

test.each([
  ["a rejection by IAM", new ApiError({ status: 403, target: "iam" }), "Use --project-id."],
  ["throttling", new ApiError({ status: 429, retryAfter: 1 }), "Try again in 1 second."],
  ["the offset limit", new ResponseError("too far", "offset-limit"), "Use filters"],
  ["any other untrusted response", new ResponseError("no JSON", "not-json"), "Check --endpoint"],
])("explains %s by the fields of the error", (_, error, expected) => {
  expect(explain(error).remedy).toContain(expected);
});

const rejections = facts.operations.listImages.errors.filter(
  ({ status, code }) => status < 500 && code.startsWith("WKS."),
);
test.each(rejections)(
  "explains $code of Workspace with the remedy of the description",
  ({ status, code, remedy }) => {
    const error = new ApiError({ status, target: "images", errorCode: code });
    expect(explain(error).remedy).toBe(remedy.replaceAll("`", ""));
  },
);
