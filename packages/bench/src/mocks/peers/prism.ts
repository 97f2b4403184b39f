import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec, type IHttpConfig } from "@stoplight/prism-http";
import { iam, images } from "@workspace-images/spec";

/** The configuration that Prism's command line uses. */
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

/** Reads the operations of both descriptions. */
export async function readOperations() {
  // Prism modifies its input.
  const descriptions = [images, iam].map((description) => structuredClone(description));
  return (await Promise.all(descriptions.map((one) => getHttpOperationsFromSpec(one)))).flat();
}
