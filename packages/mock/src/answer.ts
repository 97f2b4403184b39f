/** What the mock answers, before it becomes a `Response`. */
export interface Answer {
  status: number;
  /** JSON value, or text that is sent as it is. */
  body: unknown;
  headers?: Record<string, string>;
}

/** Answers as IAM does. */
export function iamErrorAnswer(message: string, status = 401, title = "Unauthorized"): Answer {
  return { status, body: { error: { code: status, message, title } } };
}

/** Refuses credentials as the gateway does, whose table has one code for all that is wrong with them. */
export function wrongCredentials(message: string): Answer {
  const error_msg = `Incorrect IAM authentication information: ${message}`;
  return { status: 401, body: { error_code: "APIGW.0301", error_msg } };
}

const documented: Record<number, [code: string, message: string]> = {
  400: ["WKS.00211102", "Invalid parameter."],
  401: ["APIGW.0307", "The token must be updated."],
  403: ["PAP5.0001", "access denied: no policy allows workspace:images:list"],
  404: ["APIGW.0101", "The API does not exist"],
  405: ["WKS.00000405", "The request method is not allowed."],
  429: ["APIGW.0308", "policy user over ratelimit,limit:200,time:1 second"],
  500: ["WKS.00211401", "The operation failed. Try again later."],
  503: ["WKS.00050902", "The service is unavailable."],
};

/** Answers with the error that the documents show for a status; for any other status with one of the gateway. */
export function documentedError(status: number, detail?: string): Answer {
  const [error_code, error_msg] = documented[status] ?? ["APIGW.0201", "Bad request"];
  return { status, body: { error_code, error_msg, ...(detail && { error_detail: detail }) } };
}

/**
 * Turns an answer into JSON text. Gateway and IAM policy errors carry the request id in their body too, errors of
 * Workspace itself do not.
 */
export function answerText({ body }: Answer, requestId: string): string {
  if (typeof body === "string") return body;
  const code = (body as { error_code?: unknown } | null)?.error_code;
  const gateway = typeof code === "string" && !code.startsWith("WKS.");
  return JSON.stringify(gateway ? { request_id: requestId, ...(body as object) } : body);
}
