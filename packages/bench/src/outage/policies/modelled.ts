import { ENDPOINT, type Policy } from "./policy.ts";

/** The defaults of a client, as documented. */
interface Defaults {
  /** Attempts of a call, including the first. */
  readonly attempts: number;
  /** Milliseconds before retry n, counted from 1, unless the response has `Retry-After`. */
  readonly delay: (retry: number) => number;
  /** Longest `Retry-After` in seconds that is followed; a longer one counts as none. */
  readonly longestRetryAfter: number;
  /** Retry tokens of a program, what a retry costs, and what a call that needs none gives back. */
  readonly quota?: { readonly tokens: number; readonly cost: number; readonly refund: number };
}

const sleep = (delay: number) => new Promise((resolve) => setTimeout(resolve, delay));

function createPolicy(name: string, { attempts, delay, longestRetryAfter, quota }: Defaults): Policy {
  return {
    name,
    start(fetch) {
      let tokens = quota?.tokens ?? 0;
      const add = (amount: number) => {
        tokens = Math.min(quota?.tokens ?? 0, tokens + amount);
      };
      return async () => {
        for (let retry = 1; ; retry++) {
          const response = await fetch(new Request(`${ENDPOINT}/v2/project/images`));
          if (response.ok) add(retry === 1 ? (quota?.refund ?? 0) : (quota?.cost ?? 0));
          const isRetryable = response.status === 429 || response.status >= 500;
          if (!isRetryable || retry >= attempts || (quota && tokens < quota.cost)) return response;
          add(-(quota?.cost ?? 0));
          const retryAfter = Number(response.headers.get("Retry-After") ?? Number.NaN);
          await sleep(retryAfter <= longestRetryAfter ? retryAfter * 1000 : delay(retry));
        }
      };
    },
  };
}

/**
 * `standard` mode of the AWS SDK for JavaScript 3: three attempts, full jitter from 100 ms to 20 s, 500 retry tokens.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export const aws = createPolicy("AWS SDK v3", {
  attempts: 3,
  delay: (retry) => Math.random() * Math.min(20_000, 100 * 2 ** retry),
  longestRetryAfter: 20,
  quota: { tokens: 500, cost: 5, refund: 1 },
});

/**
 * `defaultRetryPolicy` of Azure core: three retries, 1 s that doubles up to 64 s, of which half is random.
 *
 * @see https://github.com/Azure/azure-sdk-for-js/tree/main/sdk/core/core-rest-pipeline
 */
export const azure = createPolicy("Azure core", {
  attempts: 4,
  delay(retry) {
    const longest = Math.min(64_000, 1000 * 2 ** (retry - 1));
    return longest / 2 + (Math.random() * longest) / 2;
  },
  longestRetryAfter: Number.POSITIVE_INFINITY,
});

/**
 * openai-node: two retries, 0.5 s that doubles up to 8 s, less up to a quarter.
 *
 * @see https://github.com/openai/openai-node#retries
 */
export const openai = createPolicy("openai-node", {
  attempts: 3,
  delay: (retry) => Math.min(8000, 500 * 2 ** (retry - 1)) * (1 - Math.random() * 0.25),
  longestRetryAfter: 60,
});
