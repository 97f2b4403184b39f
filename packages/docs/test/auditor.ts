import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import lighthouse, { type Flags } from "lighthouse";
import { launchBrowser } from "./browser.ts";
import { serveSite } from "./site.ts";

/** The result of Lighthouse for a page: scores from 0 to 100 by category, and the audits that cost points. */
export interface Finding {
  readonly scores: Readonly<Record<string, number>>;
  readonly failed: readonly string[];
  /** Bytes of the first view, as transferred; only with the category `performance`. */
  readonly bytes: number | undefined;
}

/** Lighthouse with its own Chromium, on the built site. */
export interface Auditor extends AsyncDisposable {
  /** Audits a page as on a phone; `path` is relative to the root of the site. */
  audit(path: string, flags?: Flags): Promise<Finding>;
}

/** The start page and the reference of the operation, which most readers see first. */
export const AUDITED = ["index.html", "reference/images/operations/listimages.html"] as const;

/** Starts Chromium and the site for Lighthouse. */
export async function startAuditor(): Promise<Auditor> {
  const site = await serveSite();
  const port = await freePort();
  const browser = await launchBrowser(`--remote-debugging-port=${port}`);
  return {
    async audit(path, flags) {
      const result = await lighthouse(site.url + path, { port, logLevel: "error", ...flags });
      if (!result) throw new Error(`Lighthouse has no result for ${path}`);
      const { audits, categories, runtimeError } = result.lhr;
      if (runtimeError) throw new Error(runtimeError.message);
      const all = Object.values(categories);
      const weighed = all.flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
      return {
        scores: Object.fromEntries(all.map(({ id, score }) => [id, Math.round((score ?? 0) * 100)])),
        failed: weighed
          .map(({ id }) => audits[id])
          .filter((audit) => audit?.score !== null && audit?.score !== 1)
          .map((audit) => `${audit?.id} ${audit?.displayValue ?? ""}`.trim()),
        bytes: audits["total-byte-weight"]?.numericValue,
      };
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await site[Symbol.asyncDispose]();
    },
  };
}

/** Returns a free port: Lighthouse needs the number, and Chromium does not report the port that it chose. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
