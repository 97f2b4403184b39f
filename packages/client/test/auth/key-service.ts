import type { ImagesClientOptions, ProvidedAccessKey } from "../../src/index.ts";
import { createTestClient, imagesFrom } from "../test-client.ts";

/** A key with its number, and canaries for its secrets. */
export function keyOf(number: number, expiresAt?: Date): ProvidedAccessKey {
  return {
    accessKey: `CANARYACCESSKEY${number}`,
    secretKey: `canary-secret-key-${number}`,
    securityToken: `canary-security-token-${number}`,
    ...(expiresAt && { expiresAt }),
  };
}

/** The number of the key that a request is signed with. */
export function numberOf({ headers }: Request): number {
  return Number(/Access=CANARYACCESSKEY(\d+)/.exec(headers.get("Authorization") ?? "")?.[1]);
}

/** A service that issues keys and knows when they expire, by the clock of the test, and what it received. */
export function createKeyService(lifetime?: number) {
  const expiries: (number | undefined)[] = [];
  /** Numbers of the keys of all requests, and of those that had expired when they arrived. */
  const received: number[] = [];
  const late: number[] = [];
  const service = {
    received,
    late,
    /** Numbers of the keys that are rejected. */
    rejected: new Set<number>(),
    /** Keys that were issued. */
    get issued() {
      return expiries.length;
    },
    issue(): ProvidedAccessKey {
      const expiresAt = lifetime === undefined ? undefined : Date.now() + lifetime;
      const number = expiries.push(expiresAt);
      return keyOf(number, expiresAt === undefined ? undefined : new Date(expiresAt));
    },
    reject: () =>
      Response.json(
        { error_code: "APIGW.0301", error_msg: "Incorrect IAM authentication information" },
        { status: 401, headers: { Date: new Date().toUTCString() } },
      ),
    respond(request: Request): Response | Promise<Response> {
      const number = numberOf(request);
      received.push(number);
      const expiresAt = expiries[number - 1];
      if (expiresAt !== undefined && Date.now() >= expiresAt) late.push(number);
      return service.rejected.has(number)
        ? service.reject()
        : Response.json({ images: imagesFrom(0, 1), total_count: 1 });
    },
    createClient: (auth: ImagesClientOptions["auth"], options: Partial<ImagesClientOptions> = {}) =>
      createTestClient((request) => service.respond(request), { auth, ...options }),
  };
  return service;
}
