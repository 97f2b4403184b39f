import { fromHtml } from "hast-util-from-html";
import { selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { runTrial } from "../src/try-it/run-trial.ts";
import { trialOf } from "../src/try-it/trial.ts";
import { openSite } from "./opened-site.ts";
import { listImages, operations } from "./operations.ts";
import { pages, read } from "./site.ts";

const opened = openSite();
let page: Page;
beforeAll(async () => {
  const context = await opened.browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  page = await context.newPage();
});

const texts = (name: string, selector: string) =>
  selectAll(selector, fromHtml(read(name))).map((element) => textOf(element).replaceAll(/\s+/g, " ").trim());
const factsOf = (id: string, name = listImages.page) =>
  ["> span:not(.aside)", ".mark"].flatMap((part) => texts(name, `.facts:has([id="${id}"]) ${part}`));

test.each(operations)("$page is at most 9,000 pixels high in a wide window", async ({ page: path }) => {
  await page.goto(opened.site.url + path);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(9000);
});

test.each([320, 720])("no operation scrolls sideways in a window of %d pixels", async (width) => {
  const narrow = await opened.browser.newPage({ viewport: { width, height: 800 } });
  for (const { page: path } of operations) {
    await narrow.goto(opened.site.url + path);
    expect
      .soft(await narrow.evaluate(() => document.documentElement.scrollWidth), path)
      .toBeLessThanOrEqual(width);
  }
  await narrow.close();
});

test("copies the URL with the chosen region", async () => {
  await page.goto(opened.site.url + listImages.page);
  await page.getByRole("combobox", { name: "region" }).selectOption("ap-southeast-3");
  await page.getByRole("button", { name: "Copy URL" }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe("https://workspace.ap-southeast-3.myhuaweicloud.com/v2/{project_id}/images");
});

test("shows the chosen region in the requests, and in what their buttons copy", async () => {
  await page.goto(`${opened.site.url}${listImages.page}`);
  await page.getByRole("combobox", { name: "region" }).selectOption("eu-west-101");
  await page.getByRole("combobox", { name: "region" }).selectOption("ap-southeast-3");
  const request = page.locator(".entry:has(#request-publicLinuxRequest) .expressive-code").first();
  expect(await request.locator("pre").textContent()).toMatch(
    /^GET https:\/\/workspace\.ap-southeast-3\.myhuaweicloud\.com\/v2\//,
  );
  await request.getByRole("button").click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^GET https:\/\/workspace\.ap-southeast-3\./);
});

test.each(operations)("$page lists each host of its description", ({ page: path, description }) => {
  const hosts = description.servers.flatMap(({ url, variables }) => {
    const { enum: regions = [""] } = variables?.["region"] ?? {};
    return regions.map((region) => new URL(url.replace("{region}", region)).host);
  });
  const listed = hosts.length > 1 ? ".regions td:last-child code" : ".server code";
  expect(
    texts(path, listed)
      .map((text) => text.replace(/^https?:\/\//, ""))
      .sort(),
  ).toEqual(hosts.sort());
});

test("lists the host of a region, and both of eu-west-101", () => {
  const hosts = (region: string) => texts(listImages.page, `[id="region-${region}"] td:last-child code`);
  expect(hosts("cn-north-4")).toEqual(["workspace.cn-north-4.myhuaweicloud.com"]);
  expect(hosts("eu-west-101")).toEqual([
    "workspace.eu-west-101.myhuaweicloud.com",
    "workspace.eu-west-101.myhuaweicloud.eu",
  ]);
});

test("fills in Try it with the filter beside which the link is", async () => {
  await page.goto(opened.site.url + listImages.page);
  await page.getByRole("link", { name: "Try it with platform" }).click();
  await expect.poll(() => page.locator("#outcome").textContent()).toMatch(/images on this page/);
  expect(await page.locator("[name=platform]").inputValue()).toBe("Windows");
  expect(await page.locator("[name=os_type]").inputValue()).toBe("");
});

test("each link to Try it shows images", async () => {
  const links = selectAll(".operation a", fromHtml(read(listImages.page))).flatMap(
    ({ properties }) => /try-it\.html#(.+)/.exec(String(properties["href"]))?.slice(1) ?? [],
  );
  expect(links.length).toBeGreaterThan(9);
  for (const fields of links) {
    const { images } = await runTrial(
      trialOf(new URLSearchParams(fields)),
      () => {},
      new AbortController().signal,
    );
    expect.soft(images.length, fields).toBeGreaterThan(0);
  }
});

test("shows both documented requests with a response", () => {
  const requests = texts(listImages.page, ".entry:has([id^='request-'])");
  expect(requests).toHaveLength(2);
  expect(requests[0]).toMatch(
    /GET https:\/\/workspace\.cn-north-4\.myhuaweicloud\.com\/v2\/29dfe82ada564ac2b927e1ff036d9a9b\/images\?image_type=gold&os_type=Linux.*"total_count": 1,.*FA-LZ-x86vAG-801temp/,
  );
  expect(requests[1]).toMatch(
    /GET https:\/\/workspace\.cn-north-4\.myhuaweicloud\.com\/v2\/0e69423d4400f4a82f67c0059a1e4cc8\/images\?architecture=x86&image_type=private.*"image_type": "private"/,
  );
});

test("names each header that a credential fills in, and the mandatory media type", () => {
  expect(texts(listImages.page, ".credentials li")).toEqual([
    "User token: X-Auth-Token",
    "Access key: Authorization and X-Sdk-Date",
    "Temporary access key: Authorization, X-Sdk-Date and X-Security-Token",
  ]);
  expect(factsOf("header-X-Auth-Token")).toContain("required with a user token");
  expect(factsOf("header-X-Sdk-Date")).toContain("required with an access key");
  expect(factsOf("header-X-Security-Token")).toContain("required with a temporary access key");
  for (const name of [
    "images/operations/listimages",
    "iam/operations/createtoken",
    "mock-control/operations/moveclock",
  ]) {
    expect(factsOf("header-Content-Type", `reference/${name}.html`), name).toContain("required");
  }
  expect(texts("reference/mock-control/operations/gethealth.html", "[id^='header-']")).toEqual([]);
});

test("says type, bounds, default and mark of an entry in one line", () => {
  expect(factsOf("query-limit")).toEqual(["integer", "0 to 100", "default 100"]);
  expect(factsOf("query-platform")).toEqual(["string", "1 to 255 characters"]);
  expect(factsOf("query-os_type")).toEqual(["string", "at most 255 characters"]);
  expect(factsOf("200-images-id")).toEqual(["string", "at least 1 character", "required"]);
  expect(factsOf("200-images-min_disk")).toEqual(["integer, GB", "at least 0"]);
  expect(factsOf("200-images-kms_id")).toEqual(["string or null", "Later addition, January 2026"]);
  const passcode = "body-auth-identity-totp-user-passcode";
  expect(factsOf(passcode, "reference/iam/operations/createtoken.html")).toContain("exactly 6 characters");
});

test("describes the body of errors once, and says which headers only some errors have", () => {
  expect(texts(listImages.page, "h3").filter((name) => name === "error_code")).toHaveLength(1);
  expect(factsOf("429-header-Retry-After")).toContain("with 429, 503");
});

test.each(operations)(
  "the contents of $page lead to every section, parameter, header, field and status",
  ({ page: path }) => {
    const tree = fromHtml(read(path));
    const listed = selectAll(".contents details a", tree).map(({ properties }) =>
      String(properties["href"]).slice(1),
    );
    const shown = selectAll(".text > section > h2, .text .entry h3", tree).map(
      ({ properties }) => properties["id"],
    );
    expect(shown.filter((id) => !/^request-/.test(String(id)) || id === "request-body")).toEqual(listed);
  },
);

test("the contents close with Escape and after a choice", async () => {
  await page.goto(opened.site.url + listImages.page);
  const list = page.locator(".contents details");
  await page.getByText("On this page").click();
  expect(await list.getAttribute("open")).toBe("");
  await page.keyboard.press("Escape");
  expect(await list.getAttribute("open")).toBeNull();
  await page.getByText("On this page").click();
  await list.getByRole("link", { name: "total_count" }).click();
  expect(await list.getAttribute("open")).toBeNull();
  expect(new URL(page.url()).hash).toBe("#200-total_count");
});

test("leads to the guides, API Explorer and the error codes of the service", () => {
  const links = selectAll(".operation a", fromHtml(read(listImages.page))).map(({ properties }) =>
    String(properties["href"]),
  );
  for (const target of [
    /guides\/errors\.html$/,
    /guides\/paging\.html$/,
    /guides\/credentials\.html#/,
    /guides\/sources\.html#assumed-by-the-mock$/,
    /\/apiexplorer\/.*ListImages/,
    /api-workspace\/ErrorCode\.html$/,
    /reference\/iam\/operations\/createtoken\.html$/,
  ]) {
    expect.soft(links, String(target)).toContainEqual(expect.stringMatching(target));
  }
});

test("labels the links to the previous and next page with their titles", () => {
  for (const name of pages) {
    for (const link of selectAll("footer a:is([rel=prev], [rel=next])", fromHtml(read(name)))) {
      const target = new URL(String(link.properties["href"]), `https://site.test/${name}`).pathname.slice(1);
      const [label] = selectAll(".link-title", link).map(textOf);
      expect.soft(texts(target, "h1").join(), `${name} to ${target}`).toContain(label);
    }
  }
});

test("forced colours show the section that is being read, the page in the sidebar and the part that the address names", async () => {
  const context = await opened.browser.newContext({
    forcedColors: "active",
    viewport: { width: 1440, height: 900 },
  });
  const forced = await context.newPage();
  await forced.goto(`${opened.site.url}${listImages.page}#query-platform`);
  const lined = () =>
    forced
      .locator(".strip a")
      .evaluateAll((links) =>
        links
          .filter((link) => getComputedStyle(link).borderBottomStyle !== "none")
          .map(({ textContent }) => textContent),
      );
  await expect.poll(lined).toEqual(["Query"]);
  const current = forced.locator(".sidebar [aria-current=page]");
  expect(await current.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe("solid");
  const entry = forced.locator(".entry", { has: forced.locator("#query-platform") });
  expect(await entry.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("solid");
  await context.close();
});
