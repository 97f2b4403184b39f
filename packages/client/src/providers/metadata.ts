import {
  checkSourceUrl,
  type KeyRequest,
  type KeySource,
  METADATA_HOST,
  type SourceResponse,
  send,
} from "./key-source.ts";

/** The metadata of the server that this program runs on. */
export interface Metadata {
  readonly source: KeySource;
  /** Reads a path below the address of the metadata. The response may be a rejection. */
  get(path: string, request: KeyRequest): Promise<SourceResponse>;
}

const source: KeySource = { name: "The metadata service of this server", timeout: 3000 };

/** What the service says, with status 401, when the server has no agency. */
export const NO_AGENCY = "Please configure Cloud Service Agency first";

/** Seconds that a metadata token is requested for, the longest time. */
const TOKEN_SECONDS = 21_600;
/** Part of that time in which the token is used. */
const USED_FOR = 0.9;
/** Milliseconds for which a server that has no tokens is not asked for one again. */
const WITHOUT_TOKEN = 24 * 3_600_000;
/** Statuses of a server that has version 1 only. */
const VERSION_1 = [404, 405, 503];

/**
 * Creates access to the metadata: with a token (version 2) if the server has them, else without (version 1).
 *
 * @see https://support.huaweicloud.com/intl/en-us/usermanual-ecs/ecs_03_0166.html
 */
export function createMetadata(endpoint: string | undefined): Metadata {
  const base = checkSourceUrl("endpoint", endpoint ?? `http://${METADATA_HOST}`).replace(/\/+$/, "");
  let token = { value: "", until: Number.NEGATIVE_INFINITY };

  async function requestToken({ signal }: KeyRequest): Promise<void> {
    const response = await send(source, {
      method: "PUT",
      url: `${base}/meta-data/latest/api/token`,
      headers: { "X-Metadata-Token-Ttl-Seconds": String(TOKEN_SECONDS) },
      secrets: [],
      signal,
    });
    const { status, text } = response;
    const isIssued = status === 200 && /^[!-~]+$/.test(text.trim());
    if (!isIssued && !VERSION_1.includes(status)) {
      throw response.reject(`${source.name} issued no metadata token`, "Try again later");
    }
    const lifetime = isIssued ? TOKEN_SECONDS * 1000 * USED_FOR : WITHOUT_TOKEN;
    token = { value: isIssued ? text.trim() : "", until: performance.now() + lifetime };
  }

  const read = (path: string, { signal }: KeyRequest) =>
    send(source, {
      method: "GET",
      url: base + path,
      headers: token.value ? { "X-Metadata-Token": token.value } : {},
      secrets: [token.value],
      signal,
    });

  return {
    source,
    async get(path, request) {
      if (performance.now() >= token.until) await requestToken(request);
      const response = await read(path, request);
      if (response.status !== 401 || response.text.includes(NO_AGENCY)) return response;
      await requestToken(request); // The token ended early, or the server has changed to version 2.
      return read(path, request);
    },
  };
}
