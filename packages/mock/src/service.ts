import { createAccessKeys } from "./access-keys.ts";
import { type Answer, documentedError, wrongCredentials } from "./answer.ts";
import type { Catalogue } from "./catalogue.ts";
import { createIam } from "./iam.ts";
import { readListingQuery } from "./listing-query.ts";
import type { MockOptions } from "./mock.ts";
import { percentDecode } from "./percent-encoding.ts";
import type { ReceivedRequest } from "./received-request.ts";
import { createTokens } from "./tokens.ts";
import { createUsers } from "./users.ts";

/** What a listing answers from, and what it gets wrong on demand; the token expires with any request. */
export interface Listing {
  catalogue: Catalogue;
  totalCount?: number;
  ignoreOffset?: true;
  expireToken?: true;
}

/** The service as it behaves when nothing goes wrong: Workspace, IAM and the gateway before them, told apart by path. */
export type Service = (request: ReceivedRequest, listing: Listing) => Promise<Answer>;

const listingPath = /^\/v2\/([^/]+)\/images$/;

/** Says whether a request is for images, whatever its credentials and its query. */
export function isListing({ method, url }: ReceivedRequest): boolean {
  return method === "GET" && listingPath.test(url.pathname);
}

/** Creates a service that has issued no token and locked nobody. */
export function createService(options: MockOptions): Service {
  const { projectId, region, token, accessKeys = {}, users, now = Date.now } = options;
  const tokens = createTokens((given) => given === (token ?? (users ? undefined : given)), now);
  const refuseSignature = createAccessKeys(accessKeys, now);
  const iam = createIam({ id: projectId, name: region }, createUsers(users, now), tokens, now);

  return async (request, listing) => {
    const { method, url, headers } = request;
    if (listing.expireToken) tokens.expire(headers.get("x-auth-token") ?? "");
    const call = `${method} ${url.pathname}`;
    if (call === "POST /v3/auth/tokens") return iam.createToken(request);
    if (call === "GET /v3/projects") return (await refuse(request)) ?? iam.listProjects(request);
    const [, id] = listingPath.exec(url.pathname) ?? [];
    if (!id) return documentedError(404);
    if (method !== "GET") return documentedError(405);
    return (await refuse(request)) ?? list(request, percentDecode(id), listing);
  };

  async function refuse(request: ReceivedRequest): Promise<Answer | undefined> {
    const given = request.headers.get("x-auth-token");
    if (given) return tokens.check(given);
    if (request.headers.has("authorization")) return refuseSignature(request);
    return wrongCredentials("x-auth-token not found");
  }

  function list({ url }: ReceivedRequest, id: string, listing: Listing): Answer {
    if (id !== (projectId ?? id)) return documentedError(403);
    const query =
      [...id].length > 255
        ? "The project id must have 1 to 255 characters."
        : readListingQuery(url.searchParams);
    if (typeof query === "string") return documentedError(400, query);
    const found = listing.catalogue.view(query.filters, query.order);
    const offset = listing.ignoreOffset ? 0 : query.offset;
    const page = found.slice(offset, offset + query.limit);
    // The text itself, because images do not change and turning them into JSON is most of the work of an answer.
    return { status: 200, body: `{"total_count":${listing.totalCount ?? found.length},"images":[${page}]}` };
  }
}
