import { defaultSettings } from "lighthouse/core/config/constants.js";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** A parameter of the operation whose name is no property of an answer. */
export const PARAMETER = "platform";

const { screenEmulation, throttling } = defaultSettings;

/** The telephone that Lighthouse emulates. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: screenEmulation.width, height: screenEmulation.height },
  deviceScaleFactor: screenEmulation.deviceScaleFactor,
  isMobile: true,
  hasTouch: true,
};

/** What a reader waits for. */
export interface FirstView {
  /** Milliseconds from the start of the navigation until {@link PARAMETER} is rendered, to about 50. */
  readonly time: number;
  /** Bytes of all bodies as they were sent, until nothing more is loaded. */
  readonly bytes: number;
  /** Requests that went to another host, and failed. */
  readonly foreign: readonly string[];
}

/** Runs in the page: looks for a text of its own that has a place in the layout and is not hidden. */
function watchFor(text: string): void {
  const isRendered = () => {
    const found = document.evaluate(`//text()[normalize-space()='${text}']`, document, null, 7, null);
    for (let index = 0; index < found.snapshotLength; index++) {
      const element = found.snapshotItem(index)?.parentElement;
      if (element?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return true;
    }
    return false;
  };
  const look = () => {
    if (isRendered()) performance.mark("first-view");
    else setTimeout(look, 50); // Looking all the time would slow down what is measured.
  };
  look();
}

/** Slows a page down as Lighthouse says that a telephone is slow. */
async function throttle(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: throttling.requestLatencyMs,
    downloadThroughput: (throttling.downloadThroughputKbps * 1024) / 8,
    uploadThroughput: (throttling.uploadThroughputKbps * 1024) / 8,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: throttling.cpuSlowdownMultiplier });
}

/** Opens an address for the first time, on a slow telephone, and measures its first view. */
export async function measureFirstView(browser: Browser, url: string): Promise<FirstView> {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    await page.addInitScript(watchFor, PARAMETER);
    const foreign: string[] = [];
    const sizes: Promise<number>[] = [];
    page.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith("http") && origin !== new URL(url).origin) foreign.push(request.url());
    });
    page.on("requestfinished", (request) => {
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await throttle(page);
    await page.goto(url, { waitUntil: "commit" });
    const found = await page.waitForFunction(
      () => performance.getEntriesByName("first-view")[0]?.startTime,
      undefined,
      { timeout: 120_000, polling: 500 },
    );
    const time = Number(await found.jsonValue());
    await page.waitForLoadState("networkidle", { timeout: 120_000 });
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    return { time, bytes, foreign };
  } finally {
    await context.close();
  }
}
