import { createImagesClient, type ImagesClientOptions, passwordAuth } from "@workspace-images/client";
import { ENDPOINT, type Policy } from "./policy.ts";

const user = { user: "user", password: "fake-password", account: "account" };

function createPolicy(name: string, options: Partial<ImagesClientOptions>): Policy {
  return {
    name,
    start(fetch) {
      const images = createImagesClient({
        endpoint: ENDPOINT,
        iamEndpoint: ENDPOINT,
        projectId: "0123456789abcdef0123456789abcdef",
        auth: passwordAuth(user),
        // A function of its own: programs share no budget.
        fetch: (input, init) => fetch(input, init),
        ...options,
      });
      return () => images.list();
    },
  };
}

/** The client as it is. */
export const ours = createPolicy("ours", {});

/** The client with a budget that is never spent. */
export const withoutBudget = createPolicy("ours, without a budget", {
  retry: { budget: Number.MAX_SAFE_INTEGER },
});
