/**
 * A global setup for Vitest that starts one mock server for the whole run. Set it as `globalSetup`.
 *
 * @packageDocumentation
 */

import type { TestProject } from "vitest/node";
import { type MockServer, startMockServer } from "./mock-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** URL of the mock server, which runs as long as the tests do. */
    workspaceImagesUrl: string;
  }
}

let server: MockServer | undefined;

/** Starts one server for the whole run; tests read its URL with `inject("workspaceImagesUrl")`. */
export async function setup(project: TestProject): Promise<void> {
  server = await startMockServer();
  project.provide("workspaceImagesUrl", server.url);
}

/** Closes the server. */
export async function teardown(): Promise<void> {
  await server?.close();
}
