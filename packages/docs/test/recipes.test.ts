import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sampleImages } from "@workspace-images/mock";
import { startMockServer } from "@workspace-images/mock-server";
import { expect, test } from "vitest";
import { ACCESS_KEY, images, openSampleRunner, PROJECT_ID } from "./sample-runner.ts";

const runner = openSampleRunner();
const executed = new Set<string>();
function run(command: string, args: readonly string[], variables?: NodeJS.ProcessEnv) {
  for (const file of args) if (file.startsWith("recipes/")) executed.add(file.slice("recipes/".length));
  return runner.run(command, args, variables);
}

const accessKeys = { [ACCESS_KEY.HUAWEICLOUD_SDK_AK]: ACCESS_KEY.HUAWEICLOUD_SDK_SK };
const startSingapore = () =>
  startMockServer({ accessKeys, region: "ap-southeast-3", projectId: "singapore", images: sampleImages });

/** The newest public Windows 11 image, as the recipe prints it. */
function newest(
  all: readonly {
    os_version?: string;
    image_type?: string;
    created_at?: string;
    id: string;
    name?: string;
  }[],
) {
  const [first] = all
    .filter((image) => image.os_version?.startsWith("Windows 11") && image.image_type === "gold")
    .toSorted((a, b) => (b.created_at ?? "").localeCompare(a.created_at ?? ""));
  return `${first?.id}\t${first?.name}`;
}

test("prints the newest Windows 11 image of each region", async () => {
  await using singapore = await startSingapore();
  const { stdout } = await run("sh", ["recipes/newest-windows-11.sh"], {
    ...ACCESS_KEY,
    HUAWEICLOUD_SDK_REGION_WORKSPACE_AP_SOUTHEAST_3: singapore.url,
  });
  expect(stdout).toBe(`cn-north-4\t${newest(images)}\nap-southeast-3\t${newest(sampleImages)}\n`);
});

test("finds the newest image in a service, or distinguishes why not", async () => {
  const { stdout } = await run(process.execPath, ["--test", "recipes/newest-windows-11.test.ts"]);
  expect(stdout).toMatch(/pass 2\n/);
  executed.add("newest-windows-11.ts");
});

test("lets a pipeline fail if an image has changed or is gone, and only then with that status", async () => {
  const [image] = images.filter(({ image_type }) => image_type === "private");
  const check = (variables: NodeJS.ProcessEnv) =>
    run("sh", ["recipes/image-unchanged.sh"], { ...ACCESS_KEY, IMAGE_NAME: image?.name, ...variables });
  await check({ IMAGE_ID: image?.id });
  await expect(check({ IMAGE_ID: "another" })).rejects.toMatchObject({
    code: 10,
    stderr: expect.stringContaining(`${image?.name} is now ${image?.id}, not another\n`),
  });
  await expect(check({ IMAGE_ID: "any", IMAGE_NAME: "no such name" })).rejects.toMatchObject({
    code: 10,
    stderr: expect.stringContaining("no such name is now gone, not any\n"),
  });
  await expect(check({ IMAGE_ID: image?.id, HUAWEICLOUD_SDK_SK: "wrong" })).rejects.toMatchObject({
    code: 3,
  });
});

test("resumes a listing with the page that failed", async () => {
  const resume = () => run(process.execPath, ["recipes/resume.ts"]);
  runner.server.mock.inject({ status: 503, times: 3, match: ({ url }) => url.includes("offset=200") });
  await expect(resume()).rejects.toMatchObject({ code: 1 });
  runner.server.mock.clearRequests();
  await resume();
  expect(runner.server.mock.requests.map(({ query }) => query["offset"])).toEqual(["200", "300", "400"]);
  const { stdout } = await run("cat", ["images.jsonl"]);
  const ids = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).id);
  expect(ids.toSorted()).toEqual(images.map(({ id }) => id).toSorted());
});

test("lists several projects with one access key, and names the one that fails", async () => {
  await using singapore = await startSingapore();
  const places = [
    { endpoint: runner.server.url, region: "cn-north-4" },
    { endpoint: singapore.url, region: "ap-southeast-3", projectId: "singapore" },
    { endpoint: singapore.url, region: "ap-southeast-3", projectId: "another" },
  ];
  const variables = { ...ACCESS_KEY, PLACES: JSON.stringify(places) };
  const { stdout } = await run(process.execPath, ["recipes/projects.ts"], variables);
  const count = (all: readonly { image_type?: string }[]) =>
    all.filter(({ image_type }) => image_type === "private").length;
  const [north, south, failed] = stdout.split("\n");
  expect(north).toBe(`cn-north-4  ${count(images)}`);
  expect(south).toBe(`ap-southeast-3 singapore ${count(sampleImages)}`);
  expect(failed).toMatch(/^ap-southeast-3 another .*PAP5\.0001/);
  expect(runner.server.mock.requests.map(({ path }) => path)).toContain(`/v2/${PROJECT_ID}/images`);
});

test("serves the last list in an outage", async () => {
  const { stdout } = await run(process.execPath, ["--test", "recipes/stale-images.test.ts"]);
  expect(stdout).toMatch(/pass 1\n/);
  executed.add("stale-images.ts");
});

test.each(["jsdom", "happy-dom"])("tests a component in %s", async (environment) => {
  const bin = join(fileURLToPath(import.meta.resolve("vitest/package.json")), "../vitest.mjs");
  const test = "recipes/image-picker.test.ts";
  const args = [bin, "run", "--root", ".", "--environment", environment];
  const { stdout } = await run(process.execPath, [...args, test], { NO_COLOR: "1" });
  expect(stdout).toMatch(/Tests .*2 passed/);
  executed.add("image-picker.ts");
});

test("every recipe was run", () => {
  const files = readdirSync(new URL("../samples/recipes/", import.meta.url));
  expect(files.filter((file) => !executed.has(file))).toEqual([]);
});
