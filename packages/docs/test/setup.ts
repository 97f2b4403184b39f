import type { TestProject } from "vitest/node";
import { launchBrowser } from "./browser.ts";
import { serveSite } from "./site.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly site: string;
  }
}

/** Serves the site for all test files, and returns what stops it after them. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  // Once before all others: a packaged Chromium is unpacked at its first start, and only one may do so.
  await (await launchBrowser()).close();
  const site = await serveSite();
  provide("site", site.url);
  return () => Promise.resolve(site[Symbol.asyncDispose]());
}
