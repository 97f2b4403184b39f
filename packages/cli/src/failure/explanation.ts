import {
  type ApiError,
  type ClientError,
  type InputError,
  isWorkspaceImagesError,
} from "@workspace-images/client";
import { type Connection, CredentialsError } from "../connection/connection.ts";
import { remedies } from "../generated/remedies.gen.ts";
import { ExitStatus } from "../process/exit-status.ts";
import { Interruption } from "../process/interruption.ts";

/** What went wrong, what to do, and the exit status. */
export interface Explanation {
  readonly problem: string;
  readonly remedy: string;
  readonly status: number;
  /** Whether `workspace-images doctor` can find out more. */
  readonly isUnclear?: boolean;
}

type Remedy = Omit<Explanation, "problem">;
type Sources = Connection["sources"];

const { failure, usageError, rejected } = ExitStatus;

function remedyOfApiError(error: ApiError, source = "the configuration"): Remedy {
  const { status, errorCode, target, requestId, retryAfter } = error;
  const support = requestId ? `If you contact support, give the request ID ${requestId}.` : "";
  // The source of a key rejected the request; the message says what to do.
  if (target === "credentials") {
    const remedy = `The credentials come from ${source}.`;
    return { remedy, status: status < 500 ? rejected : failure, isUnclear: true };
  }
  const described = remedies[errorCode ?? ""];
  if (described) return { remedy: described, status: status === 401 ? rejected : failure };
  if (status === 401) {
    const remedy = `The credentials were rejected. They come from ${source}.`;
    return { remedy, status: rejected, isUnclear: true };
  }
  if (status === 403) {
    const remedy =
      target === "iam"
        ? "These credentials are not allowed to look up the project in IAM. Use --project-id."
        : `These credentials need the permissions workspace:images:list and ims:images:list in this project. ${support}`;
    return { remedy, status: rejected };
  }
  if (status === 404) return { remedy: "Check --endpoint, --region and --project-id.", status: failure };
  if (status === 429) {
    const when = retryAfter
      ? `in ${retryAfter} ${retryAfter === 1 ? "second" : "seconds"}`
      : "later, with a lower --concurrency";
    return { remedy: `Try again ${when}.`, status: failure };
  }
  const remedy = status >= 500 ? `Try again later. ${support}` : support;
  return { remedy, status: failure, isUnclear: true };
}

/** Explains invalid input by the name that the user knows: the option, or the variable that the value comes from. */
function explainInput({ field, message }: InputError, sources: Sources): Explanation {
  if (field === "expiresAt") {
    const remedy = `The credentials come from ${sources["auth"]}.`;
    return { problem: message, remedy, status: rejected, isUnclear: true };
  }
  const status = usageError;
  const help = "To see all options, use --help.";
  if (field === undefined) return { problem: message, remedy: help, status };
  const source = sources[field];
  if (field === "region" && !source) {
    const remedy = "Use --region or set HW_REGION_NAME. To see the regions, run `workspace-images regions`.";
    return { problem: "No region given", remedy, status };
  }
  if (field === "projectId" && !source) {
    const remedy = "Use --project-id, or --region together with --endpoint.";
    return { problem: "No project ID, and no region to look it up by", remedy, status };
  }
  if (field === "endpoint" || field === "iamEndpoint") {
    const remedy =
      "Use an https URL without credentials, query or fragment. Plain http works only for this machine, or with --allow-insecure.";
    return { problem: `${source} is not a valid endpoint URL`, remedy, status };
  }
  const option = `--${field.replace(/_|(?=[A-Z])/g, "-").toLowerCase()}`;
  const name = source ?? option;
  const problem = message.startsWith(`${field} `)
    ? name + message.slice(field.length)
    : `${name} is invalid: ${message}`;
  return { problem, remedy: help, status };
}

function remedyOf(error: Exclude<ClientError, InputError>, source: string | undefined): Remedy {
  const unclear = (remedy: string): Remedy => ({ remedy, status: failure, isUnclear: true });
  switch (error.code) {
    case "API_ERROR":
      return remedyOfApiError(error, source);
    case "TIMED_OUT":
      return unclear("Try again, or allow more time with --timeout <seconds>.");
    case "CONNECTION_FAILED":
      return unclear("Check the network and --region or --endpoint.");
    case "UNTRUSTED_RESPONSE":
      return error.reason === "offset-limit"
        ? { remedy: "Use filters such as --os-type and --image-type.", status: failure }
        : unclear("Check --endpoint: the server that responded may not be Workspace.");
  }
}

/** Explains a failure without showing credentials. Text of others stays on one line, so that it cannot look like advice. */
export function explain(error: unknown, sources: Sources = {}): Explanation {
  const explanation = explainText(error, sources);
  const lines =
    error instanceof CredentialsError ? explanation.problem.split(/\n(?=- )/) : [explanation.problem];
  return { ...explanation, problem: lines.map((line) => line.replace(/\s+/g, " ")).join("\n") };
}

function explainText(error: unknown, sources: Sources): Explanation {
  if (isWorkspaceImagesError(error)) {
    if (error.code === "INVALID_INPUT") return explainInput(error, sources);
    return { problem: error.message, ...remedyOf(error, sources["auth"]) };
  }
  const problem = error instanceof Error ? error.message : String(error);
  if (error instanceof Interruption) {
    const { status } = error;
    return {
      problem,
      remedy: status === failure ? "Allow more time with --deadline <seconds>." : "",
      status,
    };
  }
  if (error instanceof CredentialsError) {
    const missing =
      "Set HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK, or HW_AUTH_TOKEN; on a server, attach an agency.";
    const mock = "To try the command without credentials, use --mock.";
    return { problem, remedy: error.isMissing ? `${missing} ${mock}` : mock, status: rejected };
  }
  return { problem, remedy: "This is a bug in workspace-images. Please report it.", status: failure };
}
