import { ResponseError } from "../errors/errors.ts";
import type { components } from "../generated/iam.gen.ts";
import type { Issued } from "./credential-cache.ts";

type Schemas = components["schemas"];

/** Creates the request for a token. It leaves out the service catalogue, which is most of the response. */
export function tokenRequest(iamEndpoint: string, auth: Schemas["Auth"], signal: AbortSignal): Request {
  const body: Schemas["TokenRequest"] = { auth };
  return new Request(`${iamEndpoint}/v3/auth/tokens?nocatalog=true`, {
    method: "POST",
    headers: { "Content-Type": "application/json;charset=utf8" },
    body: JSON.stringify(body),
    signal,
  });
}

/** Parses a time of IAM, which has six fractional digits: more than ECMAScript promises to parse. */
export function parseTime(text: unknown): number {
  return Date.parse(String(text).replace(/\.\d+/, ""));
}

/**
 * Reads the token that IAM issued, and the project that it is valid for.
 *
 * @throws {ResponseError} when the response contains no token, or not how long it is valid.
 */
export async function readToken(
  response: Response,
): Promise<Issued<string> & { readonly projectId?: string }> {
  const { token } = await response.json();
  const { expires_at, issued_at, project }: Partial<Schemas["Token"]> = Object(token);
  const value = response.headers.get("X-Subject-Token");
  const lifetime = parseTime(expires_at) - parseTime(issued_at);
  if (!value || !(lifetime > 0)) {
    throw new ResponseError(
      `The response has status ${response.status} but no ${value ? "lifetime of the token" : "X-Subject-Token"}`,
      "incomplete",
    );
  }
  return { value, lifetime, ...(project && { projectId: project.id }) };
}
