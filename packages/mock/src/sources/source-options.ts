import type { ReceivedRequest } from "../requests/received-request.ts";
import type { ServiceResponse } from "../service/service-response.ts";
import type { IssuedKey } from "../service/temporary-keys.ts";
import type { PropertyRules } from "../usage/property-rules.ts";

/** Options of `createCredentialSources`, all optional. */
export interface CredentialSourceOptions {
  /** Whether an agency is attached to the server; default true. Without one, its metadata has no key. */
  agency?: boolean;
  /** Version of the metadata; default 2, whose requests need a metadata token. Version 1 has no such tokens. */
  metadataVersion?: 1 | 2;
  /** Region of the server; default `cn-north-4`. */
  region?: string;
  /** Project of the server; default that of a mock without options. */
  projectId?: string;
  /** The only valid content of the token file of the pod; default any. */
  podToken?: string;
  /** Base of the addresses; default `http://metadata.mock.test`. */
  url?: string;
}

/** What issues the keys: a mock. */
export interface KeyIssuer {
  /** Time of the clock, in milliseconds since 1970. */
  now(): number;
  /** Issues a temporary access key. */
  issueTemporaryKey(seconds?: number): IssuedKey;
}

/** Responds to the requests for one method and path. */
export type Call = (request: ReceivedRequest) => ServiceResponse;

/** Types of the options. */
export const optionRules: PropertyRules<CredentialSourceOptions> = {
  agency: "boolean (true or false)",
  metadataVersion: "number",
  region: "string",
  projectId: "string",
  podToken: "string",
  url: "string",
};
