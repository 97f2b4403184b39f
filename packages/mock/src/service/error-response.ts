import type { ServiceResponse } from "./service-response.ts";

/** Returns an error of IAM. */
export function iamError(message: string, status = 401, title = "Unauthorized"): ServiceResponse {
  return { status, body: { error: { code: status, message, title } } };
}

/** Returns IAM's error for an invalid parameter. */
export function invalidParameter(name: string): ServiceResponse {
  const error_msg = `Request parameter ${name} is invalid.`;
  return { status: 400, body: { error_code: "IAM.0007", error_msg } };
}

/** Returns the gateway's error for invalid credentials; it has one code for all of them. */
export function invalidCredentials(message: string): ServiceResponse {
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

/** Returns the documented error for a status, or a gateway error for any other status. */
export function documentedError(status: number, detail?: string): ServiceResponse {
  const [error_code, error_msg] = documented[status] ?? ["APIGW.0201", "Bad request"];
  return { status, body: { error_code, error_msg, ...(detail && { error_detail: detail }) } };
}
