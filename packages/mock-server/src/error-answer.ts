import type { MockResponse } from "@workspace-images/mock";

// Codes of the service for what Prism refuses on its own.
const CODES: Readonly<Record<number, string>> = {
  401: "APIGW.0301",
  404: "APIGW.0101",
  405: "WKS.00000405",
  500: "WKS.00211401",
};

/** Words a problem as the service does. Workspace itself, unlike the gateway, has the request id in the header only. */
export function errorAnswer(status: number, message: string): MockResponse {
  const request_id = crypto.randomUUID().replaceAll("-", "");
  const error_code = CODES[status] ?? "APIGW.0201";
  const isGateway = !error_code.startsWith("WKS.");
  return {
    status,
    headers: { "Content-Type": "application/json", "X-Request-Id": request_id },
    body: JSON.stringify({ ...(isGateway && { request_id }), error_code, error_msg: message }),
  };
}
