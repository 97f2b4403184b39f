import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { iam, images, sts } from "@workspace-images/spec";
import { facts } from "@workspace-images/spec/facts";
import { fromHtml } from "hast-util-from-html";
import { selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { expect, test } from "vitest";
import { sectionOf } from "../src/markdown/markdown-file.ts";
import { repositoryOf } from "../src/publish/repository.ts";
import { pages, read } from "./site.ts";

const source = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const cli = fileURLToPath(new URL("../../cli/dist/bin.js", import.meta.url));
const plain = (text: string) =>
  text
    .replaceAll(/[`*]|\]\([^)]*\)|\[/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();

/** Text of each row of the tables on a page, as a row of a Markdown table without its outer pipes. */
const rowsOn = (path: string) =>
  selectAll("tr", fromHtml(read(path))).map((row) =>
    plain(
      selectAll("th, td", row)
        .map((cell) => textOf(cell))
        .join(" | "),
    ),
  );

/** Lines of the tables in a Markdown text, without outer pipes, and without the lines below a head. */
const linesOf = (markdown: string) =>
  [...markdown.matchAll(/^\| (.*) \|$/gm)]
    .map(([, line = ""]) => plain(line))
    .filter((line) => /\w/.test(line));

const missingFrom = (shown: readonly string[], expected: readonly string[]) =>
  expected.filter((one) => !shown.includes(one));

/** Texts of the code blocks of a page, taken from their copy buttons. */
const codeOn = (path: string) =>
  selectAll("[data-code]", fromHtml(read(path))).map(({ properties }) =>
    String(properties["dataCode"]).replaceAll("\x7f", "\n"),
  );

test("the guide to errors shows every tested fault", () => {
  const [, ...faults] = linesOf(source("client/FAULTS.md"));
  expect(faults.length).toBeGreaterThan(50);
  expect(missingFrom(rowsOn("guides/errors.html"), faults)).toEqual([]);
});

test("the guide to errors shows every error code of the description, with a remedy", () => {
  const codes = new Set(JSON.stringify(images).match(/(?<="error_code":")[\w.]+/g));
  expect(codes.size).toBeGreaterThan(10);
  const rows = rowsOn("guides/errors.html").map((row) => row.split(" | "));
  for (const code of codes) {
    const row = rows.find((cells) => cells[1] === code) ?? [];
    expect.soft(row[0], code).toMatch(/^\d{3}$/);
    expect.soft(row[3]?.length ?? 0, code).toBeGreaterThan(5);
  }
  expect(facts.operations.listImages.errors.length).toBe(codes.size);
});

/** Pages show a tab as two spaces. */
const asShown = (code: string) => code.replaceAll("\t", "  ");

test("the reference and the page of samples show every sample of the operation, as the tests run it", () => {
  const files = readdirSync(new URL("../../../spec/samples/", import.meta.url)).filter((file) =>
    /^list.images/.test(file),
  );
  expect(files.length).toBeGreaterThan(6);
  const sources = files.map((file) => asShown(source(`../spec/samples/${file}`)).trimEnd());
  for (const path of ["samples.html", "reference/images/operations/listimages.html"]) {
    expect(missingFrom(codeOn(path), sources), path).toEqual([]);
  }
});

test("all code in the guides comes from files that tests run", () => {
  const tested = [
    ...readdirSync(new URL("../samples/", import.meta.url), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.\w+$/.test(file))
      .map((file) => asShown(source(`docs/samples/${file}`))),
    ...readdirSync(new URL("../../../spec/samples/", import.meta.url)).map((file) =>
      source(`../spec/samples/${file}`),
    ),
    source("mock-server/examples/list-images.ts"),
    source("mock-server/README.md"),
  ];
  const guides = pages.filter((path) => path.startsWith("guides/"));
  // `npm start` of a clone is run by the tests of the repository.
  const shown = guides.flatMap(codeOn).filter((code) => !code.startsWith("git clone "));
  expect(shown.length).toBeGreaterThan(15);
  expect(shown.filter((code) => !tested.some((text) => text.includes(code)))).toEqual([]);
});

test("the guide to migration shows every query parameter of the description with its method", () => {
  const parameters = Object.values(images.components["parameters"] ?? {}) as { name: string; in: string }[];
  const names = parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  expect(names.length).toBeGreaterThan(6);
  const rows = rowsOn("guides/official-sdk.html");
  expect(names.filter((name) => !rows.some((row) => row.endsWith(` | ${name}`)))).toEqual([]);
  expect(rows).toContain("withOsType | os_type");
});

test("the page of sources shows every statement that a description marks", () => {
  const text = rowsOn("guides/sources.html").join("\n");
  for (const { info: _, ...description } of [images, iam, sts]) {
    // A mark and the words after it, up to the end of the sentence or of the text.
    const marks = JSON.stringify(description).match(
      /\*\*(?:later addition|not confirmed)\*\*[^.\\"]{0,40}/gi,
    );
    expect(marks?.length).toBeGreaterThan(3);
    expect(marks?.filter((mark) => !text.includes(plain(mark)))).toEqual([]);
  }
});

test("a doubt is shown with its subject, and that of a server with its URL", () => {
  const rows = rowsOn("guides/sources.html");
  expect(rows).toContainEqual(
    expect.stringMatching(/^IAM › servers › https:\/\/iam\.eu-west-101\.myhuaweicloud\.eu \| /),
  );
  expect(rows.filter((row) => /› \d{1,2}\b/.test(row))).toEqual([]);
  expect(rows).toContainEqual(expect.stringMatching(/^IAM › \/v3\/projects › responses › 429 \| /));
  expect(rows).toContainEqual(
    expect.stringMatching(/^Images › parameters › limit \| .+Not confirmed what 0 means/),
  );
});

test("the page of sources shows every assumption of the mock", () => {
  const assumptions = sectionOf(source("mock/README.md"), "Assumptions about the service")
    .split("\n- ")
    .slice(1)
    .map((item) => plain(item.split("\n\n")[0] ?? ""));
  expect(assumptions.length).toBeGreaterThan(4);
  const items = selectAll("main li", fromHtml(read("guides/sources.html"))).map((item) =>
    plain(textOf(item)),
  );
  expect(missingFrom(items, assumptions)).toEqual([]);
});

test("the page of benchmarks shows every measurement", () => {
  const { figures } = JSON.parse(source("docs/evidence/bench.json"));
  const measurements = Object.values(figures)
    .filter(Array.isArray)
    .flat()
    .flatMap(({ rows }) => rows.map((cells: readonly string[]) => cells.join(" | ")));
  expect(measurements.length).toBeGreaterThan(50);
  expect(missingFrom(rowsOn("benchmarks.html"), measurements)).toEqual([]);
});

test.each(["Policy", "Results"])("the page of supported runtimes shows each table (%s)", (section) => {
  const lines = linesOf(sectionOf(source("../RUNTIMES.md"), section));
  expect(lines.length).toBeGreaterThan(3);
  expect(missingFrom(rowsOn("runtimes.html"), lines)).toEqual([]);
});

test("the downloads are the bundles", () => {
  const apis = ["images", "iam", "sts"].flatMap((api) => [api, `${api}-3.0`]);
  for (const name of [...apis, "mock-control"].flatMap((api) => [`${api}.yaml`, `${api}.json`])) {
    expect(read(name)).toBe(source(`../spec/dist/${name}`));
    expect(read("downloads.html")).toContain(`href="./${name}"`);
  }
});

test("the page of the command line shows each command with its picture and its help, as the program prints it", () => {
  const help = (...command: readonly string[]) => {
    const env = { PATH: process.env["PATH"], COLUMNS: "80" };
    return execFileSync(process.execPath, [cli, ...command, "--help"], { encoding: "utf8", env }).trimEnd();
  };
  const [, list = ""] = help().split("\nCommands:\n");
  const commands = [...(list.split("\n\n")[0] ?? "").matchAll(/^ {2}(\w+)/gm)].map(([, name = ""]) => name);
  const shown = commands.filter((name) => name !== "help");
  expect(shown.length).toBeGreaterThan(4);
  const helps = shown.map((name) => help(name));
  expect(missingFrom(codeOn("command-line.html"), helps)).toEqual([]);
  const page = fromHtml(read("command-line.html"));
  expect(selectAll("main h2", page).map((heading) => textOf(heading))).toEqual(expect.arrayContaining(shown));
  const pictured = selectAll("main img", page).map(({ properties }) => String(properties["src"]));
  for (const name of shown.filter((name) => name !== "completion"))
    for (const theme of ["light", "dark"])
      expect(pictured).toContainEqual(expect.stringMatching(`/${name}-${theme}\\.`));
});

test("the page of the command line shows each output format, exit status and credential source", () => {
  const readme = source("cli/README.md");
  const sections = ["Output", "Exit status", "If it fails"].map((section) => sectionOf(readme, section));
  const [, sources = ""] = source("client/README.md").split("### Existing configuration");
  const lines = [...sections, sources.split("\n## ")[0] ?? ""].flatMap((text) => linesOf(text).slice(1));
  expect(missingFrom(rowsOn("command-line.html"), lines)).toEqual([]);
});

test("pages with npm install or npx say that nothing is published until the first release, and not after it", () => {
  const { version } = JSON.parse(source("client/package.json"));
  const usesNpm = (path: string) =>
    /npm install (--[\w-]+ )*@workspace-images\/|npx @workspace-images\//.test(textOf(fromHtml(read(path))));
  const hasNotice = (path: string) => read(path).includes("Not published yet");
  expect(pages.filter(usesNpm).length).toBeGreaterThan(2);
  expect(pages.filter(hasNotice)).toEqual(version === "0.0.0" ? pages.filter(usesNpm) : []);
});

test("the home page leads to every guide, and says how to clone the repository", () => {
  const links = selectAll("main a", fromHtml(read("index.html"))).map(({ properties }) =>
    String(properties["href"]),
  );
  const guides = pages.filter((path) => path.startsWith("guides/") || path === "command-line.html");
  expect(
    missingFrom(
      links,
      guides.map((path) => `./${path}`),
    ),
  ).toEqual([]);
  for (const path of ["index.html", "guides/start.html"])
    expect(codeOn(path)).toContainEqual(expect.stringMatching(/^git clone .*\ncd .*\nnpm start$/));
});

test.each([
  ["https://someone.github.io/images/", "https://github.com/someone/images"],
  ["https://someone.github.io/", "https://github.com/someone/someone.github.io"],
  ["https://docs.example.com/images/", undefined],
])("derives the repository of %s", (site, repository) => {
  expect(repositoryOf(new URL(site))).toBe(repository);
});
