import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec, type IHttpConfig } from "@stoplight/prism-http";
import { iam, images } from "@workspace-images/spec";

/** Prism as its command line configures it, without a log. */
export const config: IHttpConfig = {
  isProxy: false,
  upstreamProxy: undefined,
  checkSecurity: true,
  errors: false,
  validateRequest: true,
  validateResponse: true,
  mock: { dynamic: false },
};

export const logger = createLogger("bench", { level: "silent" });

/** Reads both descriptions. */
export async function readOperations() {
  // Prism changes what it reads.
  const descriptions = [images, iam].map((description) => structuredClone(description));
  return (await Promise.all(descriptions.map((one) => getHttpOperationsFromSpec(one)))).flat();
}
