import { afterAll, beforeAll, expect, test } from "vitest";
import { AUDITED, type Auditor, startAuditor } from "./auditor.ts";

let auditor: Auditor;
beforeAll(async () => {
  auditor = await startAuditor();
});
afterAll(() => auditor[Symbol.asyncDispose]());

test.each(AUDITED)("%s scores 100 for accessibility, best practices and SEO", async (path) => {
  const { scores, failed } = await auditor.audit(path, {
    onlyCategories: ["accessibility", "best-practices", "seo"],
    disableFullPageScreenshot: true,
    // None of the three depends on time, so Lighthouse need not wait until the page is idle.
    pauseAfterFcpMs: 0,
    pauseAfterLoadMs: 0,
    networkQuietThresholdMs: 100,
    cpuQuietThresholdMs: 100,
  });
  expect(scores).toEqual({ accessibility: 100, "best-practices": 100, seo: 100 });
  expect(failed).toEqual([]);
});
