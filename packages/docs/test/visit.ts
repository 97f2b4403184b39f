import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContext, Page } from "playwright-core";
import type { OpenedSite } from "./opened-site.ts";

/** A page with a record of its unwanted behaviour. */
export interface Visit {
  readonly page: Page;
  /** Console messages, including errors. */
  readonly messages: readonly string[];
  /** Requests to other hosts. */
  readonly foreign: readonly string[];
  /** Requests that failed. */
  readonly failed: readonly string[];
  /** Lists the accessibility violations that axe finds on the page in its current state. */
  violations(): Promise<readonly string[]>;
}

/** Opens an empty page and watches it. */
export async function watch(context: BrowserContext, site: OpenedSite["site"]): Promise<Visit> {
  const page = await context.newPage();
  const messages: string[] = [];
  const foreign: string[] = [];
  const failed: string[] = [];
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(error.message));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(site.url) && !/^(?:data|blob):/.test(url)) foreign.push(url);
  });
  page.on("response", (response) => {
    if (!response.ok()) failed.push(`${response.status()} ${response.url()}`);
  });
  return {
    page,
    messages,
    foreign,
    failed,
    async violations() {
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode(true)
        // Leaving out passed rules halves the time.
        .options({ resultTypes: ["violations"] })
        .analyze();
      return violations.map(
        ({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
      );
    },
  };
}
