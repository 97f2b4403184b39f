import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "./browser.ts";
import { type Site, serveSite } from "./site.ts";

/** The built site, and a browser to open it in. */
export interface OpenedSite {
  readonly site: Site;
  readonly browser: Browser;
}

/** Serves the site and starts a browser before the tests of a file, and stops both after them. */
export function openSite(): OpenedSite {
  const opened = {} as { site: Site; browser: Browser };
  beforeAll(async () => {
    opened.site = await serveSite();
    opened.browser = await launchBrowser();
  });
  afterAll(async () => {
    await opened.browser.close();
    await opened.site[Symbol.asyncDispose]();
  });
  return opened;
}
