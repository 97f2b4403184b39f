import { Agent, get, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { type Running, TOKEN } from "./peers/mock-peer.ts";

/** A response with its whole body. */
export interface MockResponse {
  readonly status: number;
  readonly body: string;
}

/** Requests the images for a query, with {@link TOKEN} unless other headers are given. */
export type RequestImages = (
  query: string,
  headers?: Readonly<Record<string, string>>,
) => Promise<MockResponse>;

const ENDPOINT = "https://workspace.cn-north-4.myhuaweicloud.com";
const PATH = "/v2/0123456789abcdef0123456789abcdef/images";
const CREDENTIALS = { "X-Auth-Token": TOKEN };

function requestByFetch(fetch: typeof globalThis.fetch): RequestImages {
  return async (query, headers = CREDENTIALS) => {
    const response = await fetch(`${ENDPOINT}${PATH}?${query}`, { headers });
    return { status: response.status, body: await response.text() };
  };
}

/** Uses `node:http`: it takes less time than the global `fetch`, so differences between servers show better. */
function requestOverHttp(url: string): RequestImages {
  const agent = new Agent({ keepAlive: true });
  return async (query, headers = CREDENTIALS) => {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get(`${url}${PATH}?${query}`, { agent, headers }, resolve).on("error", reject);
    });
    return { status: response.statusCode ?? 0, body: await text(response) };
  };
}

/** Returns the function that sends requests to a running mock. */
export function createRequest(mock: Running): RequestImages {
  return "fetch" in mock ? requestByFetch(mock.fetch) : requestOverHttp(mock.url);
}

/** Requests a page, and fails unless it has `count` images. */
export async function checkPage(request: RequestImages, query: string, count: number): Promise<void> {
  const { status, body } = await request(query);
  const { images } = JSON.parse(body) as { readonly images?: readonly unknown[] };
  if (status !== 200 || images?.length !== count) {
    throw new Error(
      `Status ${status} with ${images?.length ?? "no"} images instead of ${count} for ${query}`,
    );
  }
}
