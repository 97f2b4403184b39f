import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sampleImages } from "@workspace-images/mock";
import { type MockServer, startMockServer } from "@workspace-images/mock-server";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { imageColumns } from "../src/generated/image-columns.gen.ts";
import { run, start } from "./command.ts";

let server: MockServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "workspace-images-list-"));
  server = await startMockServer({ token: "valid-token", projectId: "p", region: "cn-north-4" });
});
beforeEach(() => server.mock.reset());
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const env = { HW_AUTH_TOKEN: "valid-token" };

/** Lists images of the server. */
function list(...args: string[]) {
  return run(["list", "--endpoint", server.url, "--project-id", "p", ...args], env);
}

/** Returns the queries of the listings that the server received. */
function queries() {
  return server.mock.requests.filter(({ path }) => path.startsWith("/v2/")).map(({ query }) => query);
}

const names = sampleImages.map(({ name }) => name).sort();

describe("filters", () => {
  test.each([
    ["--os-type", "Windows", { os_type: "Windows" }],
    ["--image-type", "private", { image_type: "private" }],
    ["--platform", "Windows", { platform: "Windows" }],
    ["--architecture", "arm", { architecture: "arm" }],
    ["--package-type", "solver", { package_type: "solver" }],
    ["--image-id", sampleImages[3]?.id ?? "", { image_id: sampleImages[3]?.id }],
    ["--sort-field", "created_at", { sort_field: "created_at" }],
    ["--sort-type", "desc", { sort_type: "desc" }],
    ["--offset", "20", { offset: "20" }],
  ])("%s %s is sent to the service", async (option, value, expected) => {
    const { status, stdout } = await list(option, value, "--output", "json");
    expect(status).toBe(0);
    expect(queries()).toEqual([{ limit: "100", offset: "0", ...expected }]);
    expect(JSON.parse(stdout).length).toBeGreaterThan(0);
  });

  test("several filters narrow the listing together", async () => {
    const { stdout } = await list("--os-type", "Windows", "--image-type", "private", "--output", "jsonl");
    const images = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(images.map(({ name }) => name).sort()).toEqual([
      "WKS_WIN1064_CAD",
      "WKS_WIN1064_Finance",
      "WKS_WIN1164_Callcenter",
    ]);
  });

  test("help contains the description of every query parameter but limit, without its marks", async () => {
    const { stdout, status } = await run(["list", "--help"], { COLUMNS: "80" });
    expect(status).toBe(0);
    const file = new URL(import.meta.resolve("@workspace-images/spec/images.json"));
    const { components } = JSON.parse(await readFile(file, "utf8"));
    const flat = (text: string) =>
      text
        .replace(/\*\*(?:Later addition|Note)\.?\*\*(?: \(.*?\)\.)?/g, "")
        .replace(/\*\*|`/g, "")
        .replace(/\s+/g, " ")
        .trim();
    const parameters = Object.values<{ in: string; name: string; description: string }>(
      components.parameters,
    );
    const query = parameters.filter((parameter) => parameter.in === "query");
    expect(query.length).toBeGreaterThan(9);
    for (const { name, description } of query) {
      expect(stdout).toContain(`--${name.replaceAll("_", "-")} <`);
      // The command rejects a limit of 0, so it describes the option itself.
      const text = name === "limit" ? "Number of images on each page, from 1 to 100." : description;
      expect(flat(stdout)).toContain(flat(text));
    }
  });

  test("a listing without images is a success, and says so on standard error", async () => {
    expect(await list("--platform", "BeOS")).toEqual({ status: 0, stdout: "", stderr: "No images match.\n" });
    expect(await list("--os-type", "BeOS", "-o", "json")).toMatchObject({ status: 0, stdout: "[]\n" });
  });
});

describe("pages", () => {
  test("--limit is the size of a page, and all pages are read", async () => {
    const { stdout } = await list("--limit", "8", "--output", "ids");
    expect(queries().map(({ offset, limit }) => [offset, limit])).toEqual([
      ["0", "8"],
      ["8", "8"],
      ["16", "8"],
    ]);
    expect(stdout.trim().split("\n").sort()).toEqual(sampleImages.map(({ id }) => id).sort());
  });

  test("--max ends the listing early, and the table says that there may be more", async () => {
    const { stdout, stderr } = await list("--max", "5", "--limit", "3");
    expect(stdout.trim().split("\n")).toHaveLength(6);
    expect(stderr).toBe("Showing 5 images (--max 5).\n");
  });

  test.each(["json", "jsonl", "table", "ids"])(
    "a count of the service that differs is a warning with --output %s",
    async (output) => {
      server.mock.inject({ totalCount: 99, times: 9 });
      const { status, stderr } = await list("--output", output);
      expect(status).toBe(0);
      expect(stderr).toContain(
        `warning: The service counted 99 images, but returned ${sampleImages.length}.`,
      );
      expect((await list("--output", output, "--max", "3")).stderr).not.toContain("warning");
    },
  );

  test.each([-1, 2.5])("a count of %d, which no list can have, is no warning", async (totalCount) => {
    server.mock.inject({ totalCount, times: 9 });
    const { status, stderr } = await list("--output", "jsonl");
    expect([status, stderr]).toEqual([0, ""]);
  });

  test("--concurrency requests pages in advance", async () => {
    server.mock.inject({ delay: Number.POSITIVE_INFINITY, match: { query: { offset: "4" } } });
    await using command = start(
      [
        "list",
        "--endpoint",
        server.url,
        "--project-id",
        "p",
        "--limit",
        "4",
        "--concurrency",
        "3",
        "-o",
        "ids",
      ],
      env,
    );
    await expect.poll(() => queries().map(({ offset }) => offset)).toEqual(["0", "4", "8", "12"]);
    expect(command.output.stdout.trim().split("\n")).toHaveLength(4);
  });

  test("--concurrency keeps the order of the pages", async () => {
    const order = await list("--limit", "4", "--output", "ids");
    server.mock.inject({ delay: 200, match: { query: { offset: "4" } } });
    expect(await list("--limit", "4", "--concurrency", "5", "--output", "ids")).toEqual(order);
  });
});

describe("output", () => {
  test("json is one array of the images as the service sent them", async () => {
    const { stdout } = await list("--output", "json");
    const images = JSON.parse(stdout);
    expect(images.map(({ name }: { name: string }) => name).sort()).toEqual(names);
    const { package_types, ...image } = sampleImages.find(({ name }) => name === "WKS_WIN1064_CAD") ?? {};
    expect(images).toContainEqual(image);
  });

  test("jsonl is one image a line", async () => {
    const { stdout } = await list("-o", "jsonl");
    expect(stdout.endsWith("}\n")).toBe(true);
    const images = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(images.map(({ name }) => name).sort()).toEqual(names);
  });

  test.each([
    ["csv", ","],
    ["tsv", "\t"],
  ])("%s has a header, all properties, and quotes where needed", async (format, delimiter) => {
    const name = 'Büro, "groß"\tund\nbreit 办公';
    server.mock.images = [
      { id: "1", name, min_disk: 40 },
      { id: "2", name: "dull" },
    ];
    const { stdout } = await list("--output", format);
    const rows = parse(stdout, { columns: true, delimiter }) as unknown as Record<string, string>[];
    expect(Object.keys(rows[0] ?? {})).toEqual(imageColumns);
    expect(rows).toMatchObject([
      { id: "1", name, min_disk: "40", kms_id: "" },
      { id: "2", name: "dull" },
    ]);
  });

  test("--columns chooses and orders the properties of each format", async () => {
    const given = ["--columns", "name,id", "--max", "1", "--output"];
    const [image] = JSON.parse((await list(...given, "json")).stdout);
    expect(Object.keys(image)).toEqual(["name", "id"]);
    expect(JSON.parse((await list(...given, "jsonl")).stdout)).toEqual(image);
    expect(parse((await list(...given, "csv")).stdout)).toEqual([
      ["name", "id"],
      [image.name, image.id],
    ]);
    const [header, row] = (await list(...given, "table")).stdout.split("\n");
    expect(header?.split(/ +/)).toEqual(["name", "id"]);
    expect(row?.split(/ +/)).toEqual([image.name, image.id]);
  });

  test("an empty listing keeps the header of csv", async () => {
    const { stdout } = await list("--os-type", "BeOS", "-o", "csv", "--columns", "id,name");
    expect(stdout).toBe("id,name\n");
  });
});

test("--mock lists invented sample data without credentials, and says so", async () => {
  const { status, stdout, stderr } = await run(["list", "--mock", "--output", "json"]);
  expect(status).toBe(0);
  expect(
    JSON.parse(stdout)
      .map(({ name }: { name: string }) => name)
      .sort(),
  ).toEqual(names);
  expect(stderr).toBe("Invented sample data from the embedded mock, not from Huawei Cloud.\n");
});

describe("--mock", () => {
  test("plays the region, whose project is looked up as it is with the service", async () => {
    const { status, stdout, stderr } = await run([
      "list",
      "--mock",
      "--region",
      "cn-north-4",
      "-o",
      "ids",
      "--debug",
    ]);
    expect(status).toBe(0);
    expect(stdout.trim().split("\n")).toHaveLength(sampleImages.length);
    expect(stderr).toContain("/v3/projects?name=cn-north-4");
  });

  test.each([
    ["none", [], "No images match.\n", []],
    [
      "two candidates",
      [
        { id: "1", name: "a" },
        { id: "2", name: "a" },
      ],
      "",
      ["1", "2"],
    ],
  ])("lists the images of a file, to rehearse %s", async (name, images, message, ids) => {
    const file = join(folder, `${name}.json`);
    await writeFile(file, JSON.stringify(images));
    const { status, stdout, stderr } = await run(["list", "--mock", "--images", file, "-o", "ids"]);
    expect({ status, ids: stdout.split("\n").filter(Boolean) }).toEqual({ status: 0, ids });
    expect(stderr).toBe(`Images of ${file} from the embedded mock, not from Huawei Cloud.\n${message}`);
  });

  test.each([
    ["is absent", undefined, /^error: Cannot read --images \S+: no such file or directory\n/],
    ["is no JSON", "{", /^error: Cannot read --images \S+: /],
    ["has an image without an ID", "[{}]", /^error: --images \S+: images\[0\] must have a unique id/],
  ])("rejects a file that %s, and names it once", async (name, content, expected) => {
    const file = join(folder, `${name.replaceAll(" ", "-")}.json`);
    if (content) await writeFile(file, content);
    const { status, stderr } = await run(["list", "--mock", "--images", file]);
    expect(status).toBe(2);
    expect(stderr).toMatch(expected);
    expect(stderr.split(file)).toHaveLength(2);
  });
});

describe("hints", () => {
  test.each([
    ["--os-type", "windows", "Linux, Windows, Other"],
    ["--architecture", "X86", "x86, arm"],
  ])("%s %s without a match shows the known values", async (option, value, known) => {
    const hint = `Known values of ${option}: ${known}. Upper and lower case may matter.`;
    expect((await list(option, value)).stderr).toBe(`No images match. ${hint}\n`);
  });

  test.each([
    ["--os-type", "Other"],
    ["--platform", "windows"],
  ])("%s %s without a match shows none", async (option, value) => {
    server.mock.images = [];
    expect((await list(option, value)).stderr).toBe("No images match.\n");
  });

  test("--limit that is smaller than the list says that it is the page size, and names --max", async () => {
    const hint = "--limit 5 is the number of images on each page. To list at most 5, use --max 5.";
    for (const output of ["table", "ids", "json"])
      expect((await list("--limit", "5", "-o", output)).stderr).toContain(hint);
    expect((await list("--limit", "5", "--max", "7")).stderr).not.toContain(hint);
    expect((await list("--limit", "100")).stderr).not.toContain("--limit");
  });
});

test("--bom lets Excel recognize UTF-8 in CSV", async () => {
  const { stdout } = await list("-o", "csv", "--bom", "--limit", "8");
  expect(stdout.split("\ufeff")).toEqual(["", (await list("-o", "csv", "--limit", "8")).stdout]);
});

test("--allow-insecure allows http to another machine", async () => {
  // An unroutable name: what counts is that the request is tried.
  const args = ["list", "--endpoint", "http://mock.invalid:4010", "--project-id", "p"];
  expect(await run(args, env)).toMatchObject({ status: 2 });
  const { status, stderr } = await run([...args, "--allow-insecure"], env);
  expect(status).toBe(1);
  expect(stderr).toContain("ENOTFOUND");
});

test("--debug shows requests, responses and retries on standard error only", async () => {
  server.mock.inject({ status: 503 });
  const { status, stdout, stderr } = await list("--debug", "--output", "json");
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toHaveLength(sampleImages.length);
  expect(stderr.split("\n").slice(0, 5)).toEqual([
    `debug: call 1, attempt 1: GET ${server.url}/v2/p/images?limit=100&offset=0`,
    expect.stringMatching(
      /^debug: call 1, attempt 1 ended after \d+ ms: ApiError: 503 .* \(request ID \w+\)$/,
    ),
    expect.stringMatching(/^debug: call 1, attempt 2 starts in \d+ ms$/),
    `debug: call 1, attempt 2: GET ${server.url}/v2/p/images?limit=100&offset=0`,
    expect.stringMatching(/^debug: call 1, attempt 2 ended after \d+ ms: 200 \(request ID \w+\)$/),
  ]);
});

test("looks up the project by --region if there is no --project-id", async () => {
  const { status, stdout } = await run(
    ["list", "--endpoint", server.url, "--region", "cn-north-4", "--max", "1", "-o", "ids"],
    env,
  );
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/^[\w-]+\n$/) });
  expect(server.mock.requests.map(({ path }) => path)).toEqual(["/v3/projects", "/v2/p/images"]);
});
