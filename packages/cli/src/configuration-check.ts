import { createImagesClient } from "@workspace-images/client";
import { type Connection, findConnection } from "./connection.ts";
import type { ConnectionOptions } from "./connection-options.ts";
import { explain } from "./explanation.ts";
import type { Finding } from "./finding.ts";

/** The configuration that was found, unless it cannot be right. */
export interface ConfigurationCheck {
  readonly findings: readonly Finding[];
  readonly connection?: Connection;
  /** Why there is none. */
  readonly error?: unknown;
}

const LABELS = {
  auth: "credentials",
  region: "region",
  endpoint: "address",
  iamEndpoint: "IAM",
  projectId: "project",
};

/** Finds the configuration and says what came from where; never a value. */
export async function checkConfiguration(given: ConnectionOptions): Promise<ConfigurationCheck> {
  const name = "configuration";
  let connection: Connection | undefined;
  try {
    connection = await findConnection(given);
    createImagesClient(connection.options); // Throws when an option cannot be right.
  } catch (error) {
    const { problem: text, remedy, status } = explain(error, connection?.sources);
    return { findings: [{ level: "fail", name, text, remedy: remedy.replaceAll("\n", " "), status }], error };
  }
  const { sources, warnings, options } = connection;
  const found = Object.entries(LABELS).flatMap(([key, label]) =>
    sources[key] ? [`${label} from ${sources[key]}`] : [],
  );
  const lookUp = options.projectId || !options.region ? [] : ["project looked up by region"];
  return {
    connection,
    findings: [
      { level: "pass", name, text: [...found, ...lookUp].join("; ") },
      ...warnings.map((text): Finding => ({ level: "warn", name, text })),
    ],
  };
}
