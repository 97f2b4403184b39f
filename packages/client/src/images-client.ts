import createClient, { type Client, type FetchOptions, type Middleware } from "openapi-fetch";
import { untilAborted } from "./async/abort.ts";
import { share } from "./async/share.ts";
import type { Auth } from "./auth/auth.ts";
import type { CallOptions, PartOptions } from "./call/call.ts";
import { createCredentials } from "./call/credentials.ts";
import { protect } from "./call/event.ts";
import { type Outcome, requireSuccess } from "./call/outcome.ts";
import { checkResponse } from "./call/response-check.ts";
import { createTransport, DEFAULT_TIMEOUT, type TransportOptions } from "./call/transport.ts";
import { type EndpointOptions, resolveEndpoints } from "./endpoint.ts";
import { InputError } from "./errors/errors.ts";
import type { components, operations, paths } from "./generated/images.gen.ts";
import type { ImageInfo, ImagePage, ImagesQuery } from "./listing/image.ts";
import { type PageOptions, readPages } from "./listing/paging.ts";
import { serializeQuery } from "./listing/query.ts";
import { checkProjectId, lookUpProject } from "./project.ts";

/** Where the service is, how to authenticate, and how requests are sent. */
export interface ImagesClientOptions extends EndpointOptions, TransportOptions {
  /** Project ID. Default: looked up in IAM by the name of the region. */
  readonly projectId?: string | undefined;
  /** Credentials: `tokenAuth`, `passwordAuth`, `accessKeyAuth`, or your own. */
  readonly auth: Auth;
}

/** Lists the product images of one project. */
export interface ImagesClient {
  /**
   * Reads one page.
   *
   * @throws {InputError} | {ApiError} | {ConnectionError} | {TimeoutError} | {ResponseError}
   */
  list(query?: ImagesQuery, options?: CallOptions): Promise<ImagePage>;
  /** Reads page after page, in order. An empty listing is one empty page. Throws what `list` throws. */
  pages(query?: ImagesQuery, options?: PageOptions): AsyncGenerator<ImagePage, void, undefined>;
  /** Reads image after image, page by page. Throws what `list` throws. */
  items(query?: ImagesQuery, options?: PageOptions): AsyncGenerator<ImageInfo, void, undefined>;
  /** The underlying openapi-fetch client, with the same credentials, retries and checks: `{ data, error, response }`. */
  readonly http: ImagesHttp;
}

const PATH = "/v2/{project_id}/images";

type ListParameters = operations["listImages"]["parameters"];
type ListInit = Omit<FetchOptions<operations["listImages"]>, "parseAs" | "params"> & {
  /** Without a project, that of the client. */
  readonly params?: Omit<ListParameters, "path"> & { readonly path?: Partial<ListParameters["path"]> };
};

/**
 * An openapi-fetch client whose responses have the types of this package: the response type of openapi-fetch turns the
 * open sets of known values into objects.
 */
export interface ImagesHttp extends Omit<Client<paths>, "GET"> {
  /** Reads one page; returns an error response instead of throwing it. */
  GET(
    path: "/v2/{project_id}/images",
    init?: ListInit,
  ): Promise<
    | { data: ImagePage; error?: never; response: Response }
    | { data?: never; error: components["schemas"]["ErrorBody"]; response: Response }
  >;
}

function findMissing({ images }: { readonly images?: unknown }): string | undefined {
  return Array.isArray(images) && images.every((image) => image?.id && typeof image.id === "string")
    ? undefined
    : "images, each with an id";
}

/** Returns the response, also when it is a rejection with an error body of Workspace, as openapi-fetch expects. */
function responseOf({ failure, data, toResponse }: Outcome): Response {
  if (toResponse && (!failure || typeof Object(data).error_code === "string")) return toResponse();
  throw failure;
}

/** Reads a page from a response of middleware, which is not checked yet. */
async function readReplacement(response: Response): Promise<ImagePage> {
  const body = await response.arrayBuffer().catch(() => new ArrayBuffer(0)); // openapi-fetch has read that of an error.
  const outcome = checkResponse(response, new Uint8Array(body), { target: "images", findMissing }, String);
  return requireSuccess(outcome).data as ImagePage;
}

/**
 * Creates a client. It sends nothing until a listing is read, and writes nothing anywhere.
 *
 * @throws {InputError} when an option is invalid.
 */
export function createImagesClient(options: ImagesClientOptions): ImagesClient {
  const { region, auth, timeout = DEFAULT_TIMEOUT } = options;
  const onEvent = protect(options.onEvent);
  // The value is not shown: it may be the token itself.
  if (!auth?.apply)
    throw new InputError("auth must come from tokenAuth, passwordAuth or accessKeyAuth", "auth");
  const { endpoint, iamEndpoint } = resolveEndpoints(options);
  const transport = createTransport({ ...options, onEvent });
  const createCallCredentials = createCredentials({ auth, region, iamEndpoint, timeout, transport });
  let projectId = options.projectId === undefined ? undefined : checkProjectId(options.projectId);
  const lookUp = share(async (signal) => {
    if (!region) throw new InputError("projectId or region is missing", "projectId");
    const credentials = createCallCredentials(iamEndpoint);
    projectId = await lookUpProject(transport, iamEndpoint, region, credentials, signal);
    return projectId;
  });

  const findProject = (signal: AbortSignal | null | undefined) => projectId ?? lookUp(signal);

  const send = (request: Request, project: string, options?: PartOptions) => {
    const credentials = createCallCredentials(endpoint, project);
    return transport(request, { target: "images", credentials, findMissing, ...options });
  };
  const client = createClient<paths>({
    baseUrl: endpoint,
    headers: { "Content-Type": "application/json" },
    querySerializer: serializeQuery,
  });

  // Only middleware reads the response of `list`. Without any, no readable one is created, which is expensive.
  let hasMiddleware = false;
  const use = (...middleware: Middleware[]) => {
    hasMiddleware = true;
    client.use(...middleware);
  };

  async function list(query: ImagesQuery = {}, { signal, endsAt }: PartOptions = {}): Promise<ImagePage> {
    const search = serializeQuery(query); // Before anything is sent.
    const project_id = await findProject(signal);
    let checked: { readonly response?: Response; readonly data?: unknown } = {};
    const reading = client.GET(PATH, {
      params: { path: { project_id }, query: query as NonNullable<ListParameters["query"]> },
      querySerializer: () => search,
      parseAs: "stream", // The transport has parsed the body.
      // The signal is not passed to the request, which would keep a listener on it for as long as it lives.
      async fetch(request) {
        const { received, data, toResponse } = requireSuccess(
          await send(request, project_id, { signal, endsAt }),
        );
        const response = hasMiddleware ? toResponse() : received;
        checked = { response, data };
        return response;
      },
    });
    const { response } = await untilAborted(reading, signal); // Its reason: openapi-fetch loses one that is falsy.
    return response === checked.response ? (checked.data as ImagePage) : readReplacement(response);
  }
  const pages = (query: ImagesQuery = {}, options: PageOptions = {}) =>
    readPages(list, query, options, onEvent);

  const request = async (method: string, path: typeof PATH, init: ListInit = {}) => {
    const { signal, params } = init;
    const given = params?.path?.project_id;
    const project_id = given === undefined ? await findProject(signal) : checkProjectId(given);
    const fetch = async (sent: Request) => responseOf(await send(sent, project_id));
    const options = { ...init, fetch: init.fetch ?? fetch, params: { ...params, path: { project_id } } };
    return untilAborted(client.request(method as "get", path, options), signal);
  };
  const http: Record<string, unknown> = { ...client, request, use };
  // Also methods that the description does not have: otherwise, they would send `{project_id}`.
  for (const name in client) if (/[A-Z]/.test(name)) http[name] = request.bind(undefined, name);
  return {
    list,
    pages,
    async *items(query, options) {
      for await (const { images } of pages(query, options)) yield* images;
    },
    http: http as unknown as ImagesHttp,
  };
}
