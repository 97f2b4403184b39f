import {
  type ApiError,
  type ClientError,
  type InputError,
  isWorkspaceImagesError,
} from "@workspace-images/client";
import { type Connection, CredentialsError } from "./connection.ts";
import { ExitStatus } from "./exit-status.ts";

/** What went wrong, what to do next, and the exit status that says so. */
export interface Explanation {
  readonly problem: string;
  readonly remedy: string;
  readonly status: number;
  /** Whether the doctor finds out more. */
  readonly isUnclear?: boolean;
}

type Remedy = Omit<Explanation, "problem">;

const CREDENTIALS =
  "Set HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK, or HW_AUTH_TOKEN. Without credentials there is --mock.";
/** Code of a project in which Workspace is not in use. */
const DISABLED = "WKS.00010099";
const { failed, wrongUse, refused } = ExitStatus;

function remedyOfAnswer(error: ApiError, source = "the configuration"): Remedy {
  const { status, errorCode, requestId, retryAfter } = error;
  const support = requestId ? ` Support asks for the request ID ${requestId}.` : "";
  if (errorCode === DISABLED)
    return { remedy: "Workspace is not in use in this project. Check --project-id.", status: failed };
  if (status === 401)
    return {
      remedy: `The credentials are refused. They come from ${source}.`,
      status: refused,
      isUnclear: true,
    };
  if (status === 403) {
    const remedy =
      error.target === "iam"
        ? "The identity may not look up its project in IAM. Give --project-id."
        : `The identity needs the permission workspace:images:list in this project, and ims:images:list.${support}`;
    return { remedy, status: refused };
  }
  if (status === 404) return { remedy: "Check --endpoint, --region and --project-id.", status: failed };
  if (status === 429) {
    const remedy = retryAfter
      ? `Try again in ${retryAfter} seconds.`
      : "Try again later, with less --concurrency.";
    return { remedy, status: failed };
  }
  return {
    remedy: status >= 500 ? `Try again later.${support}` : support.trim(),
    status: failed,
    isUnclear: true,
  };
}

/** Explains wrong input by the names that whoever typed it knows: the option, or the variable that it came from. */
function explainInput({ field, message }: InputError, sources: Connection["sources"]): Explanation {
  const status = wrongUse;
  const help = "All options: --help";
  if (field === undefined) return { problem: message, remedy: help, status };
  const source = sources[field];
  if (field === "region" && !source) {
    const remedy = "Give --region, or set HW_REGION_NAME. The regions: workspace-images regions";
    return { problem: "The region is missing", remedy, status };
  }
  if (field === "projectId" && !source) {
    const remedy = "Give --project-id, or --region beside --endpoint.";
    return {
      problem: "The project is missing, and so is the region, by whose name it could be looked up",
      remedy,
      status,
    };
  }
  if (field === "endpoint" || field === "iamEndpoint") {
    const remedy =
      "It has to be an https address without credentials, query and fragment. Only this machine may be asked by http.";
    return { problem: `${source} is no address that can be used`, remedy, status };
  }
  const option = `--${field.replace(/_|(?=[A-Z])/g, "-").toLowerCase()}`;
  return { problem: message.replace(field, source ?? option), remedy: help, status };
}

function remedyOf(error: Exclude<ClientError, InputError>, source: string | undefined): Remedy {
  switch (error.code) {
    case "API_ERROR":
      return remedyOfAnswer(error, source);
    case "TIMED_OUT":
      return {
        remedy: "Try again, or allow more time: --timeout <seconds>",
        status: failed,
        isUnclear: true,
      };
    case "CONNECTION_FAILED":
      return { remedy: "Check the network, and --region or --endpoint.", status: failed, isUnclear: true };
    case "UNTRUSTED_RESPONSE":
      if (error.reason === "offset-limit")
        return { remedy: "Use filters such as --os-type and --image-type.", status: failed };
      return {
        remedy: "Check --endpoint: what answers may not be Workspace.",
        status: failed,
        isUnclear: true,
      };
  }
}

/** Explains a failure; shows no credential. */
export function explain(error: unknown, sources: Connection["sources"] = {}): Explanation {
  if (isWorkspaceImagesError(error)) {
    if (error.code === "INVALID_INPUT") return explainInput(error, sources);
    return { problem: error.message, ...remedyOf(error, sources["auth"]) };
  }
  if (error instanceof CredentialsError) {
    return { problem: error.message, remedy: CREDENTIALS, status: refused };
  }
  const problem = error instanceof Error ? error.message : String(error);
  return { problem, remedy: "This is a defect of workspace-images; please report it.", status: failed };
}
