import createClient, { type Client, type FetchOptions } from "openapi-fetch";
import { untilAborted } from "./abort.ts";
import { answers } from "./answer.ts";
import type { Auth } from "./auth.ts";
import type { CallOptions } from "./call.ts";
import { createCredentials } from "./credentials.ts";
import { resolveEndpoints } from "./endpoint.ts";
import { ApiError, InputError, ResponseError } from "./errors.ts";
import type { ClientEvent } from "./event.ts";
import type { ImageInfo, ImagePage, ImagesQuery } from "./image.ts";
import type { components, operations, paths } from "./images.gen.ts";
import { checkProjectId, serializeQuery } from "./input.ts";
import { type PageOptions, readPages } from "./paging.ts";
import { lookUpProject } from "./project.ts";
import type { RetryOptions } from "./retry.ts";
import { share } from "./share.ts";
import { createTransport } from "./transport.ts";

/** How a client reaches the service. `region` or `endpoint` is needed. */
export interface ImagesClientOptions {
  /** Region such as `cn-north-4`; gives the endpoint, and the project when `projectId` is left out. */
  readonly region?: string | undefined;
  /** Address of Workspace, when it is not that of the region: a mock, a proxy, another domain. */
  readonly endpoint?: string | undefined;
  /** Address of IAM. By default the global one, that of a European region, or `endpoint` when that is none of Huawei Cloud's. */
  readonly iamEndpoint?: string | undefined;
  /** Project ID. Looked up in IAM by the name of the region when it is left out. */
  readonly projectId?: string | undefined;
  /** Credentials: `tokenAuth`, `passwordAuth`, `accessKeyAuth`, or your own. */
  readonly auth: Auth;
  /** Takes the place of `globalThis.fetch`, which is otherwise looked up for each attempt. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds for one attempt, body included. Default 30 000. */
  readonly timeout?: number | undefined;
  /** Milliseconds for a whole call, with all attempts and waits; middleware of `http` is not counted. None by default. */
  readonly deadline?: number | undefined;
  /** How failed attempts are repeated; `false` for not at all. */
  readonly retry?: RetryOptions | false | undefined;
  /** Largest body of an answer in bytes, after decompression. Default 10 MiB. */
  readonly maxResponseBytes?: number | undefined;
  /** Allows http to hosts other than this machine, in the clear. Default false. */
  readonly allowInsecure?: boolean | undefined;
  /** Told of each attempt, answer and retry. What it throws is ignored. */
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
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
  /** The openapi-fetch client beneath, with the same credentials, retries and checks; it gives `{ data, error, response }`. */
  readonly http: ImagesHttp;
}

const PATH = "/v2/{project_id}/images";

/**
 * An openapi-fetch client whose answers have the types of this package: openapi-fetch's own type of the answer would turn
 * the open sets of known values into objects.
 */
export interface ImagesHttp extends Omit<Client<paths>, "GET"> {
  /** Reads one page, and gives an error answer instead of throwing it. */
  GET(
    path: "/v2/{project_id}/images",
    init: Omit<FetchOptions<operations["listImages"]>, "parseAs">,
  ): Promise<
    | { data: ImagePage; error?: never; response: Response }
    | { data?: never; error: components["schemas"]["ErrorBody"]; response: Response }
  >;
}

function lackOfImages({ images }: { readonly images?: unknown }): string | undefined {
  return Array.isArray(images) && images.every(Boolean) ? undefined : "no images";
}

/** What openapi-fetch expects: an answer with an error body instead of an exception, when it is one of Workspace. */
async function asAnswer(error: unknown): Promise<Response> {
  const answer = error instanceof ApiError ? answers.get(error) : undefined;
  const body = await answer
    ?.clone()
    .json()
    .catch(() => {});
  if (answer && typeof body?.error_code === "string") return answer;
  throw error;
}

/** Settles as `reading` does, but for the reason of an abort: openapi-fetch loses one that is false or empty. */
function keepReason<T>(reading: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  return reading.catch((error) => {
    signal?.throwIfAborted();
    throw error;
  });
}

/**
 * Creates a client. It sends nothing until it is asked for images, and writes nothing anywhere.
 *
 * @throws {InputError} when an option cannot be right.
 */
export function createImagesClient(options: ImagesClientOptions): ImagesClient {
  const { region, auth } = options;
  // The value is not shown: it may be the token itself.
  if (!auth?.apply)
    throw new InputError("auth has to come from tokenAuth, passwordAuth or accessKeyAuth", "auth");
  const { endpoint, iamEndpoint } = resolveEndpoints(options);
  const transport = createTransport(options);
  const credentials = createCredentials({ auth, region, iamEndpoint, transport });
  let projectId = options.projectId === undefined ? undefined : checkProjectId(options.projectId);
  const lookUp = share(async (signal) => {
    // The name of the region is that of its project.
    if (!region) throw new InputError("projectId or region is missing", "projectId");
    projectId = await lookUpProject(transport, iamEndpoint, region, credentials(iamEndpoint), signal);
    return projectId;
  });

  const send = (request: Request, signal?: AbortSignal) =>
    transport(request, { ...credentials(endpoint), expected: lackOfImages, target: "images", signal });
  const { GET, request, ...others } = createClient<paths>({
    baseUrl: endpoint,
    headers: { "Content-Type": "application/json" },
    pathSerializer: (path, { project_id }) => path.replace("{project_id}", checkProjectId(project_id)),
    querySerializer: serializeQuery,
    fetch: (sent) => send(sent).catch(asAnswer),
  }) as unknown as ImagesHttp;
  const http: ImagesHttp = {
    ...others,
    GET: (path, init) => keepReason(GET(path, init), init?.signal),
    request: (method, path, ...init) => keepReason(request(method, path, ...init), init[0]?.signal),
  };

  async function list(query: ImagesQuery = {}, { signal }: CallOptions = {}): Promise<ImagePage> {
    if (!projectId) serializeQuery(query); // Throws before anything is sent.
    const project_id = projectId ?? (await lookUp(signal ?? new AbortController().signal));
    const reading = GET(PATH, {
      params: { path: { project_id }, query },
      // Not as an option of the request, which would keep a listener on the signal for as long as the signal lives.
      fetch: (request) => send(request, signal),
    });
    const { data, response } = await keepReason(
      signal ? untilAborted(reading, signal) : reading,
      signal,
    ).catch((error) => {
      throw error instanceof SyntaxError
        ? new ResponseError("Middleware replaced the answer by one that is no JSON", "not-json")
        : error;
    });
    if (data && !lackOfImages(data)) return data;
    // Only middleware can bring an answer here that was not checked.
    if (!response.ok) throw new ApiError({ status: response.status });
    throw new ResponseError("Middleware replaced the answer by one without images", "incomplete");
  }
  const pages = (query: ImagesQuery = {}, options: PageOptions = {}) => readPages(list, query, options);

  return {
    list,
    pages,
    async *items(query, options) {
      for await (const { images } of pages(query, options)) yield* images;
    },
    http,
  };
}
