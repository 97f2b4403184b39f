import { Agent, get, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import type { Answering } from "./mock-peer.ts";

/** The only token that a mock with a say in it accepts. */
export const TOKEN = "not-a-real-token";

/** A whole answer. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Asks for the images of a query; with {@link TOKEN} when no headers are given. */
export type Ask = (query: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>;

const ENDPOINT = "https://workspace.cn-north-4.myhuaweicloud.com";
const PATH = "/v2/0123456789abcdef0123456789abcdef/images";
const CREDENTIALS = { "X-Auth-Token": TOKEN };

function askByFetch(fetch: typeof globalThis.fetch): Ask {
  return async (query, headers = CREDENTIALS) => {
    const response = await fetch(`${ENDPOINT}${PATH}?${query}`, { headers });
    return { status: response.status, body: await response.text() };
  };
}

/** With `node:http`, which costs less than the global `fetch` and so hides less of what a server costs. */
function askOverHttp(url: string): Ask {
  const agent = new Agent({ keepAlive: true });
  return async (query, headers = CREDENTIALS) => {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get(`${url}${PATH}?${query}`, { agent, headers }, resolve).on("error", reject);
    });
    return { status: response.statusCode ?? 0, body: await text(response) };
  };
}

/** Returns what asks a mock. */
export function createAsk(answering: Answering): Ask {
  return "fetch" in answering ? askByFetch(answering.fetch) : askOverHttp(answering.url);
}

/** Asks for a page, and fails when it has another number of images. */
export async function askForPage(ask: Ask, query: string, count: number): Promise<void> {
  const { status, body } = await ask(query);
  const { images } = JSON.parse(body) as { readonly images?: readonly unknown[] };
  if (status !== 200 || images?.length !== count) {
    throw new Error(
      `Status ${status} with ${images?.length ?? "no"} images instead of ${count} for ${query}`,
    );
  }
}
