import {
  type Auth,
  accessKeyAuth,
  createImagesClient,
  type ImagesClientOptions,
  tokenAuth,
} from "@workspace-images/client";
import type { Peer } from "./peer.ts";
import { PROJECT_ID, QUERY, TOKEN } from "./request.ts";

const PACKAGE = "@workspace-images/client";

function createPeer(name: string, auth: Auth, options: Partial<ImagesClientOptions>): Peer {
  return {
    name: `${PACKAGE}${name}`,
    origin: import.meta.url,
    takesFetch: true,
    connect(endpoint, fetch) {
      const images = createImagesClient({ endpoint, projectId: PROJECT_ID, auth, fetch, ...options });
      return () => images.list(QUERY);
    },
  };
}

const token = tokenAuth(TOKEN);
const accessKey = accessKeyAuth({ accessKey: "BENCHACCESSKEY000000", secretKey: "s".repeat(40) });

/** The client with its default options: retries within the budget, and a time-out for each attempt. */
export const withDefaults = createPeer("", token, {});

/** {@link withDefaults} and a deadline. */
export const withDeadline = createPeer(", deadline", token, { deadline: 60_000 });

/** All features on: {@link withDeadline} and an event listener. */
export const withAll = createPeer(", deadline, onEvent", token, { deadline: 60_000, onEvent: () => {} });

const encoder = new TextEncoder();
const canonicalRequest = encoder.encode("c".repeat(340));
const stringToSign = encoder.encode("s".repeat(97));
const algorithm = { name: "HMAC", hash: "SHA-256" };
const key = await crypto.subtle.importKey("raw", encoder.encode("s".repeat(40)), algorithm, false, ["sign"]);

/** {@link withDefaults} and the least work that a signature gives Web Crypto, on inputs as long as those of a listing. */
export const withWebCrypto = createPeer(
  ", Web Crypto",
  {
    async apply({ headers }) {
      await crypto.subtle.digest("SHA-256", canonicalRequest);
      await crypto.subtle.sign("HMAC", key, stringToSign);
      headers.set("X-Auth-Token", TOKEN);
    },
  },
  {},
);

/** {@link withDefaults} with an access key instead of the token. */
export const withAccessKey = createPeer(", access key", accessKey, {});

const core = `export { createImagesClient, tokenAuth } from "${PACKAGE}"`;

/** Programs whose bundle size is measured. */
export const programs = {
  core,
  whole: `export * from "${PACKAGE}"`,
  validating: `${core}; export * from "${PACKAGE}/validate"`,
} as const;

/** Modules whose import time is measured. */
export const modules = [PACKAGE] as const;
