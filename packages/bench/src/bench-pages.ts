import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchBrowser } from "@workspace-images/docs/browser";
import { findFreePort } from "./free-port.ts";
import { elements } from "./pages/elements.ts";
import { type FirstView, measureFirstView } from "./pages/first-view.ts";
import { ourSite } from "./pages/our-site.ts";
import { findViolations, isReadableWithoutScripts } from "./pages/reading.ts";
import { redoc } from "./pages/redoc.ts";
import { scalar } from "./pages/scalar.ts";
import { measureScores, type Scores } from "./pages/scores.ts";
import { serveFolder } from "./pages/static-server.ts";
import { printMachine, printTable } from "./report.ts";
import { shuffle } from "./shuffle.ts";
import { median } from "./statistic.ts";

const ROUNDS = 3;

interface Visited {
  readonly name: string;
  readonly url: string;
  readonly views: FirstView[];
  readonly scores: Scores[];
}

printMachine();
const folder = await mkdtemp(join(tmpdir(), "workspace-images-bench-"));
try {
  await using server = await serveFolder(folder);
  const visited: Visited[] = [];
  for (const [index, { name, write }] of [ourSite, redoc, scalar, elements].entries()) {
    await mkdir(join(folder, String(index)));
    const path = await write(join(folder, String(index)));
    visited.push({ name, url: `${server.url}${index}/${path}`, views: [], scores: [] });
  }
  const port = await findFreePort();
  // No page may reach another host, neither directly nor through a proxy.
  await using browser = await launchBrowser(
    `--remote-debugging-port=${port}`,
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  );
  for (let round = 0; round < ROUNDS; round++) {
    for (const { url, views, scores } of shuffle(visited)) {
      views.push(await measureFirstView(browser, url));
      scores.push(await measureScores(port, url));
    }
  }
  const rows: string[][] = [];
  for (const { name, url, views, scores } of visited) {
    const { rules, elements } = await findViolations(browser, url);
    const score = (category: keyof Scores) => median(scores.map((one) => one[category])).toFixed(0);
    rows.push([
      name,
      (median(views.map(({ bytes }) => bytes)) / 1000).toFixed(0),
      (median(views.map(({ time }) => time)) / 1000).toFixed(1),
      score("performance"),
      score("accessibility"),
      score("best-practices"),
      score("seo"),
      `${rules} (${elements})`,
      median(views.map(({ foreign }) => foreign.length)).toFixed(0),
      (await isReadableWithoutScripts(browser, url)) ? "yes" : "no",
    ]);
  }
  printTable({
    title: "The page of the operation",
    note: `medians of ${ROUNDS} rounds, Chromium ${browser.version()}`,
    columns: [
      "documentation",
      "transfer, kB",
      "first useful view, s",
      "performance",
      "accessibility",
      "best practices",
      "SEO",
      "axe rules broken (elements)",
      "requests to other hosts",
      "readable without scripts",
    ],
    rows,
  });
} finally {
  await rm(folder, { recursive: true });
}
