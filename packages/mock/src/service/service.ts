import {
  apiNotFound,
  invalidParameter,
  methodNotAllowed,
  permissionDenied,
} from "../generated/described-errors.gen.ts";
import { operations } from "../generated/operations.gen.ts";
import type { Catalogue } from "../images/catalogue.ts";
import type { ReceivedRequest } from "../requests/received-request.ts";
import { percentDecode } from "../text/percent-encoding.ts";
import { createAccessKeys } from "./access-keys.ts";
import { changedError, credentialsError, type OperationId } from "./error-response.ts";
import { createFederation } from "./federation.ts";
import { createIam } from "./iam.ts";
import { createIdTokens, type MockIdToken } from "./id-tokens.ts";
import { readListingQuery } from "./listing-query.ts";
import type { ServiceResponse } from "./service-response.ts";
import type { TemporaryKey, TemporaryKeys } from "./temporary-keys.ts";
import { createTokens } from "./tokens.ts";
import { createUsers, type MockUser } from "./users.ts";

/** What the service accepts, all optional. */
export interface ServiceOptions {
  /** The only project with images; default any. */
  projectId?: string;
  /** Name of that project, which is its region; default any. */
  region?: string;
  /** The only valid token besides those that the mock issues; default any, or none if `users` are given. */
  token?: string;
  /** Secret keys by access key; default none. */
  accessKeys?: Readonly<Record<string, string | TemporaryKey>>;
  /** Users who can get a token; default everyone. */
  users?: readonly MockUser[];
  /** ID tokens for which IAM and STS issue temporary access keys; default any. */
  idTokens?: readonly MockIdToken[];
  /** Lifetime in seconds of the temporary access keys that the mock issues; default what the request asks for. */
  temporaryKeySeconds?: number;
}

/** The catalogue, and the faults of one request. `expireToken` applies to any request, the other faults to listings. */
export interface Situation {
  catalogue: Catalogue;
  totalCount?: number;
  pageCap?: number;
  hidden?: number;
  ignoreOffset?: true;
  expireToken?: true;
}

/** Workspace, IAM and the gateway in front of them, as they respond when nothing fails. */
export type Service = (request: ReceivedRequest, situation: Situation) => Promise<ServiceResponse>;

const { listImages } = operations;

/** Tells which operation a request is for, if any, whatever its credentials and query. */
function calledOperation({ method, url }: ReceivedRequest): OperationId | undefined {
  const ids = Object.keys(operations) as OperationId[];
  return ids.find((id) => operations[id].method === method && operations[id].path.test(url.pathname));
}

/** Tells whether a request is for images. */
export function isListing(request: ReceivedRequest): boolean {
  return calledOperation(request) === "listImages";
}

/** Tells which operation a request is for. What is none is treated as a listing, by the gateway in front of all. */
export function operationOf(request: ReceivedRequest): OperationId {
  return calledOperation(request) ?? "listImages";
}

/** Creates a service that has issued no token and locked nobody. It accepts the keys that `temporaryKeys` has issued. */
export function createService(options: ServiceOptions, temporaryKeys: TemporaryKeys): Service {
  const { projectId, region, token, accessKeys = {}, users, idTokens } = options;
  const tokens = createTokens((given) => given === (token ?? (users ? undefined : given)));
  const unscoped = createTokens(() => false);
  const checkSignature = createAccessKeys(accessKeys, temporaryKeys);
  const iam = createIam({ id: projectId, name: region }, createUsers(users), tokens);
  const federation = createFederation(createIdTokens(idTokens), tokens, unscoped, temporaryKeys);

  return async (request, situation) => {
    const { method, url, headers } = request;
    if (situation.expireToken) tokens.expire(headers.get("x-auth-token") ?? "");
    const operation = operationOf(request);
    if (operation === "createToken") return iam.createToken(request);
    if (operation === "listProjects") return (await authenticate(request)) ?? iam.listProjects(request);
    if (operation !== "listImages") return federation[operation](request);
    const [, id] = listImages.path.exec(url.pathname) ?? [];
    if (!id) return apiNotFound;
    if (method !== listImages.method) return methodNotAllowed;
    return (await authenticate(request)) ?? list(request, percentDecode(id), situation);
  };

  /** Returns an error unless the credentials are valid. */
  async function authenticate(request: ReceivedRequest): Promise<ServiceResponse | undefined> {
    const given = request.headers.get("x-auth-token");
    // No document shows the error for an unscoped token, so its text is invented.
    if (given && unscoped.has(given)) return credentialsError("the token has no scope");
    if (given) return tokens.check(given, request.time);
    if (request.headers.has("authorization")) return checkSignature(request);
    return credentialsError("x-auth-token not found");
  }

  function list({ url, headers }: ReceivedRequest, id: string, situation: Situation): ServiceResponse {
    if (id !== (projectId ?? id)) return permissionDenied;
    const query = readListingQuery(id, url.searchParams, headers);
    if (typeof query === "string") return changedError(invalidParameter, { error_detail: query });
    const found = situation.catalogue.view(query.filters, query.order);
    const offset = situation.ignoreOffset ? 0 : query.offset;
    const { pageCap = query.limit, hidden = 0 } = situation;
    const page = found.slice(offset, offset + Math.min(query.limit, pageCap)).slice(hidden);
    return {
      status: 200,
      body: `{"total_count":${situation.totalCount ?? found.length},"images":[${page}]}`,
      listed: found,
    };
  }
}
