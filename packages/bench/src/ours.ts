import {
  type Auth,
  accessKeyAuth,
  createImagesClient,
  type ImagesClientOptions,
  tokenAuth,
} from "@workspace-images/client";
import type { Peer } from "./peers/peer.ts";
import { PROJECT_ID, QUERY, TOKEN } from "./sample-page.ts";

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

/** Retries with a budget and the time-out of an attempt, as they are by default. */
export const withDefaults = createPeer("", token, {});

/** Everything of {@link withDefaults}, and a deadline. */
export const withDeadline = createPeer(", deadline", token, { deadline: 60_000 });

/** All features armed: everything of {@link withDeadline}, and a listener of events. */
export const withAll = createPeer(", deadline, onEvent", token, { deadline: 60_000, onEvent: () => {} });

const encoder = new TextEncoder();
const canonicalRequest = encoder.encode("c".repeat(340));
const stringToSign = encoder.encode("s".repeat(97));
const algorithm = { name: "HMAC", hash: "SHA-256" };
const key = await crypto.subtle.importKey("raw", encoder.encode("s".repeat(40)), algorithm, false, ["sign"]);

/** {@link withDefaults}, and what a signature has to ask of Web Crypto at least, for texts as long as those of a listing. */
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

/** {@link withDefaults} with an access key in the place of the token. */
export const withAccessKey = createPeer(", access key", accessKey, {});

/** Programs whose bundles are measured. */
export const programs = {
  core: `export { createImagesClient, tokenAuth } from "${PACKAGE}"`,
  whole: `export * from "${PACKAGE}"`,
  validate: `export * from "${PACKAGE}/validate"`,
} as const;

/** Modules that a user imports. */
export const modules = [PACKAGE] as const;
