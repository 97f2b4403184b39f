import type { MockResponse } from "@workspace-images/mock";

// Codes of the service for requests that Prism rejects.
const codes: Readonly<Record<number, string>> = {
  401: "APIGW.0301",
  404: "APIGW.0101",
  405: "WKS.00000405",
  500: "WKS.00211401",
};

/** Returns an error in the shape of the service. Unlike the gateway, Workspace sends the request ID in the header only. */
export function errorResponse(status: number, message: string): MockResponse {
  const request_id = crypto.randomUUID().replaceAll("-", "");
  const error_code = codes[status] ?? "APIGW.0201";
  const isGateway = !error_code.startsWith("WKS.");
  return {
    status,
    headers: { "Content-Type": "application/json", "X-Request-Id": request_id },
    body: JSON.stringify({ ...(isGateway && { request_id }), error_code, error_msg: message }),
  };
}
