import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContext, Page } from "playwright-core";
import type { Site } from "./site.ts";

/** A page and what it does that nobody asked for. */
export interface Visit {
  readonly page: Page;
  /** What it says on the console, errors included. */
  readonly messages: readonly string[];
  /** Requests to other hosts. */
  readonly foreign: readonly string[];
  /** Requests that were not answered well. */
  readonly failed: readonly string[];
  /** Lists what axe finds wrong with the page as it is now. */
  violations(): Promise<readonly string[]>;
}

/** Opens an empty page and watches it. */
export async function watch(context: BrowserContext, site: Site): Promise<Visit> {
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
        // What passes is not described, which halves the time.
        .options({ resultTypes: ["violations"] })
        .analyze();
      return violations.map(
        ({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
      );
    },
  };
}
