import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { robots, searchEngines } from "../src/publish/search-engines.ts";
import { copyWorkspace } from "./copied-workspace.ts";
import { pages, read } from "./site.ts";

const OWN_ADDRESS = /<(?:link rel="(?:canonical|sitemap)"|meta property="og:(?:url|image[^"]*)")[^>]*>/g;
const addresses = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);

test("names no address of its own without SITE_URL", () => {
  for (const name of pages) expect.soft(read(name).match(OWN_ADDRESS), name).toBeNull();
  for (const name of ["sitemap-index.xml", "social-card.png"]) {
    expect(existsSync(new URL(`../dist/${name}`, import.meta.url)), name).toBe(false);
  }
});

test("adds no sitemap without SITE_URL, not even Starlight's", () => {
  expect(searchEngines(undefined)[0]).toEqual({ name: "@astrojs/sitemap", hooks: {} });
});

test("always writes a robots.txt, which names the sitemap if there is one", () => {
  expect(read("robots.txt")).toBe("User-agent: *\nAllow: /\n");
  expect(robots("https://example.test/")).toBe(
    "User-agent: *\nAllow: /\n\nSitemap: https://example.test/sitemap-index.xml\n",
  );
});

describe("a site with an address, built in a folder whose name has a space and a letter beyond ASCII", () => {
  const root = "https://example.test/some/path/";
  const workspace = copyWorkspace("work space é ");
  const dist = join(workspace.docs, "dist");
  const built = (name: string) => readFileSync(join(dist, name), "utf8");
  const addressOf = (name: string) => new URL(name.replace(/^index\.html$/, ""), root).href;
  // Vitest's own variables would change the build.
  const { PATH, HOME } = process.env;
  const env = {
    PATH,
    HOME,
    ASTRO_TELEMETRY_DISABLED: "1",
    SITE_URL: "https://example.test/some/path",
    // The build must give the same result on a busy machine.
    NODE_OPTIONS: `--import=${new URL("slow-clock.ts", import.meta.url)}`,
  };
  let log = "";
  beforeAll(async () => {
    const { stdout, stderr } = await promisify(execFile)("astro", ["build"], {
      cwd: workspace.docs,
      env,
      shell: process.platform === "win32",
    });
    log = stdout + stderr;
  });
  afterAll(() => rm(workspace.folder, { recursive: true }));

  test("is built without a warning", () => {
    expect(log).toContain("Complete!");
    expect(log.split("\n").filter((line) => /warn/i.test(line))).toEqual([]);
  });

  test("names it on each page, and lists exactly its pages in the sitemap", () => {
    for (const name of pages) {
      expect.soft(built(name)).toContain(`<link rel="canonical" href="${addressOf(name)}">`);
      expect.soft(built(name)).toContain(`<meta property="og:url" content="${addressOf(name)}">`);
    }
    expect(addresses(built("sitemap-index.xml"))).toEqual([`${root}sitemap-0.xml`]);
    expect(addresses(built("sitemap-0.xml")).toSorted()).toEqual(pages.map(addressOf).toSorted());
  });

  test("has a robots.txt with the address of the sitemap", () => {
    expect(built("robots.txt")).toContain(`\nSitemap: ${root}sitemap-index.xml\n`);
  });

  test("has a picture with the name of the site for links on other sites, and each page names it", async () => {
    const card = sharp(join(dist, "social-card.png"));
    expect(await card.metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
    // Without fonts, the picture would have no text.
    const title = card.extract({ left: 88, top: 250, width: 900, height: 100 });
    const { channels } = await sharp(await title.toBuffer()).stats();
    expect(Math.min(...channels.map(({ max }) => max))).toBe(255);
    for (const name of pages)
      expect.soft(built(name)).toContain(`<meta property="og:image" content="${root}social-card.png">`);
  });

  test("has a page for addresses that lead to none, with links that work below any folder", () => {
    const links = [...built("404.html").matchAll(/\s(?:href|src)="([^"]+)"/g)].map(([, link = ""]) => link);
    expect(links.length).toBeGreaterThan(20);
    expect(
      links.filter((link) => !/^(?:#|\/some\/path\/|https:\/\/example\.test\/some\/path\/)/.test(link)),
    ).toEqual([]);
    expect(links).toContain("/some/path/guides/start.html");
    expect(built("404.html")).toContain('data-root="/some/path/"');
  });

  test("is otherwise the same, with relative links", () => {
    const plain = (html: string) =>
      html
        .replaceAll(OWN_ADDRESS, "")
        // Outside a clone, nobody knows what is stale.
        .replaceAll(/<strong>Stale:[^<]*<\/strong>\s*/g, "")
        // Hashes of content that contains the path.
        .replaceAll(/(?<=\/assets\/[^"]*\.)[\w-]{8}(?=\.js")|(?<=data-hash=")\w+/g, "");
    for (const name of pages) expect.soft(plain(built(name)) === plain(read(name)), name).toBe(true);
    for (const name of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
      if (/\.(?:css|md)$|llms.*\.txt$/.test(name)) expect.soft(built(name), name).not.toContain("/some/path");
    }
  });
});
