import { createImagesClient } from "@workspace-images/client";
import { type Connection, type ConnectionOptions, findConnection } from "../connection/connection.ts";
import { explain } from "../failure/explanation.ts";
import type { Finding } from "./finding.ts";

/** The configuration, or why there is no valid one. */
export interface ConfigurationCheck {
  readonly findings: readonly Finding[];
  readonly connection?: Connection;
  readonly error?: unknown;
}

const LABELS = {
  auth: "credentials",
  region: "region",
  endpoint: "endpoint",
  iamEndpoint: "IAM endpoint",
  projectId: "project ID",
};

/** Finds the configuration and says where each setting comes from, without values. */
export async function checkConfiguration(given: ConnectionOptions): Promise<ConfigurationCheck> {
  const name = "configuration";
  let connection: Connection | undefined;
  try {
    connection = await findConnection(given);
    createImagesClient(connection.options); // Throws when an option is not valid.
  } catch (error) {
    const { problem: text, remedy, status } = explain(error, connection?.sources);
    return { findings: [{ level: "fail", name, text, remedy, status }], error };
  }
  const { sources, warnings, options } = connection;
  const found = Object.entries(LABELS).flatMap(([key, label]) =>
    sources[key] ? [`${label} from ${sources[key]}`] : [],
  );
  if (options.region && !options.projectId) found.push("project ID looked up by region");
  return {
    connection,
    findings: [
      { level: "pass", name, text: found.join("; ") },
      ...warnings.map((text): Finding => ({ level: "warn", name, text })),
    ],
  };
}
