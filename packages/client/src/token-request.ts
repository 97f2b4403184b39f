import { ResponseError } from "./errors.ts";
import type { components } from "./iam.gen.ts";
import type { IssuedToken } from "./token-cache.ts";

type Schemas = components["schemas"];

/** Makes the request for a token; without the catalogue of services, which is most of its answer. */
export function tokenRequest(iamEndpoint: string, auth: Schemas["Auth"], signal: AbortSignal): Request {
  const body: Schemas["TokenRequest"] = { auth };
  return new Request(`${iamEndpoint}/v3/auth/tokens?nocatalog=true`, {
    method: "POST",
    headers: { "Content-Type": "application/json;charset=utf8" },
    body: JSON.stringify(body),
    signal,
  });
}

/** Six fractional digits are more than ECMAScript promises to read. */
function parseTime(text: unknown): number {
  return Date.parse(String(text).replace(/\.\d+/, ""));
}

/**
 * Reads what IAM issued, and the project in which it is good.
 *
 * @throws {ResponseError} when there is no token, or nothing says how long it is good.
 */
export async function readToken(answer: Response): Promise<IssuedToken & { readonly projectId?: string }> {
  const { token }: { token?: Partial<Schemas["Token"]> } = await answer.json();
  const value = answer.headers.get("X-Subject-Token");
  const lifetime = parseTime(token?.expires_at) - parseTime(token?.issued_at);
  if (!value || !(lifetime > 0)) {
    throw new ResponseError(
      `The answer has status ${answer.status} but no ${value ? "lifetime of the token" : "X-Subject-Token"}`,
      "incomplete",
    );
  }
  return { value, lifetime, ...(token?.project && { projectId: token.project.id }) };
}
