import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { PARAMETER, PHONE } from "./first-view.ts";

/** What axe finds on a page. */
export interface Violations {
  /** Rules that are broken. */
  readonly rules: number;
  /** Elements that break them. */
  readonly elements: number;
}

/** Lets axe look at a page that has been loaded. */
export async function findViolations(browser: Browser, url: string): Promise<Violations> {
  const context = await browser.newContext({ ...PHONE, reducedMotion: "reduce" });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: "networkidle" });
    await page.getByText(PARAMETER, { exact: true }).first().waitFor();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    const elements = violations.reduce((sum, { nodes }) => sum + nodes.length, 0);
    return { rules: violations.length, elements };
  } finally {
    await context.close();
  }
}

/** Tells whether the operation can be read in a browser without scripts. */
export async function isReadableWithoutScripts(browser: Browser, url: string): Promise<boolean> {
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: "networkidle" });
    return await page.getByText(PARAMETER, { exact: true }).first().isVisible();
  } finally {
    await context.close();
  }
}
