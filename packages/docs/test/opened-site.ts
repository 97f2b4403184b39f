import type { Browser } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { launchBrowser } from "./browser.ts";

/** The built site, and a browser to open it in. */
export interface OpenedSite {
  readonly site: { readonly url: string };
  readonly browser: Browser;
}

/** Starts a browser before the tests of a file, which costs less than one that all files reach through a server. */
export function openSite(): OpenedSite {
  const opened = { site: { url: inject("site") } } as { site: OpenedSite["site"]; browser: Browser };
  beforeAll(async () => {
    opened.browser = await launchBrowser();
  });
  afterAll(() => opened.browser.close());
  return opened;
}
