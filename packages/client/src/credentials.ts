import type { Auth, AuthContext } from "./auth.ts";
import { InputError } from "./errors.ts";
import type { RefreshableExchange, Transport } from "./transport.ts";

export interface CredentialsOptions {
  readonly auth: Auth;
  readonly region: string | undefined;
  readonly iamEndpoint: string;
  /** Carries what the credentials themselves ask of IAM. */
  readonly transport: Transport;
}

/** The part of an exchange that credentials fill. */
export type Credentials = Required<Pick<RefreshableExchange, "authorize" | "refresh">>;

/** Makes, for each call, what puts credentials on its attempts, and on nothing that goes elsewhere than `endpoint`. */
export function createCredentials({ auth, region, iamEndpoint, transport }: CredentialsOptions) {
  return (endpoint: string): Credentials => {
    let last: { readonly request: Request; readonly context: AuthContext } | undefined;
    return {
      authorize(request, signal) {
        const { url } = request;
        if (!url.startsWith(`${endpoint}/`)) {
          throw new InputError(
            `The request goes to ${new URL(url).origin}, but the credentials are for ${endpoint} only`,
          );
        }
        const [, projectId] = /\/v2\/([^/?]+)\/images(?:\?|$)/.exec(url) ?? [];
        const send: AuthContext["send"] = (iamRequest, options) => transport(iamRequest, options);
        last = { request, context: { projectId, region, iamEndpoint, signal, send } };
        return auth.apply(request, last.context);
      },
      async refresh(response) {
        return last && auth.refresh ? auth.refresh(response, last.request, last.context) : false;
      },
    };
  };
}
