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
    name: `workspace-images${name}`,
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
