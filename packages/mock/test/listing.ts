import type { Mock, MockImage } from "../src/index.ts";

/** Body of any response of the service. */
export interface Body {
  images: MockImage[];
  total_count: number;
  error_code: string;
  error_msg: string;
  error_detail?: string;
  request_id?: string;
}

/** Requests the images of the project `p` with the token `t`. */
export function get(mock: Mock, query: string | Record<string, string> = "", init: RequestInit = {}) {
  const headers = { "X-Auth-Token": "t" };
  return mock.fetch(`${mock.url}/v2/p/images?${new URLSearchParams(query)}`, { headers, ...init });
}

/** Requests images like `get`, and reads the response. */
export async function list(mock: Mock, query: string | Record<string, string> = "", init?: RequestInit) {
  const response = await get(mock, query, init);
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}
