/** An error in the shape of the service. */
export interface ErrorResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

// Codes of the service; for any other status, the gateway has one code.
const codes: Readonly<Record<number, string>> = {
  401: "APIGW.0301",
  404: "APIGW.0101",
  405: "WKS.00000405",
  500: "WKS.00211401",
};

/** Creates an error response. Unlike the gateway, Workspace sends the request ID in the header only. */
export function errorResponse(
  status: number,
  message: string,
  headers?: Readonly<Record<string, string>>,
): ErrorResponse {
  const request_id = crypto.randomUUID().replaceAll("-", "");
  const error_code = codes[status] ?? "APIGW.0201";
  const isGateway = !error_code.startsWith("WKS.");
  return {
    status,
    headers: { "Content-Type": "application/json", "X-Request-Id": request_id, ...headers },
    body: JSON.stringify({ ...(isGateway && { request_id }), error_code, error_msg: message }),
  };
}
