import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { facts } from "@workspace-images/spec/facts";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { regions } from "../src/generated/regions.gen.ts";
import { run, start } from "./command.ts";
import { isUnix } from "./unix.ts";

const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));

test.each([[["--version"]], [["-V"]]])("%j prints the version of the package", async (args) => {
  expect(await run(args)).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
});

test.each(["list", "doctor", "regions", "mock", "completion"])("%s has a help text", async (command) => {
  for (const args of [
    [command, "--help"],
    [command, "-h"],
    ["help", command],
  ]) {
    const { status, stdout, stderr } = await run(args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain(`Usage: workspace-images ${command}`);
  }
});

const TEXT_OPTIONS = [
  "--region",
  "--endpoint",
  "--project-id",
  "--report",
  "--images",
  "--os-type",
  "--image-id",
];

test.each(TEXT_OPTIONS)("an empty %s, as of a variable that is not set, is a usage error", async (option) => {
  const { status, stderr } = await run(["list", option, ""], { HW_AUTH_TOKEN: "any", HW_REGION_NAME: "r" });
  expect(status).toBe(2);
  expect(stderr).toMatch(
    new RegExp(`^error: option '.*${option} .*' argument '' is invalid. It must not be`),
  );
});

test.each(TEXT_OPTIONS)("%s does not take the next option as its value", async (option) => {
  const { status, stderr } = await run(["list", option, "--mock"]);
  expect(status).toBe(2);
  expect(stderr).toContain("argument '--mock' is invalid. It is an option, so the value is missing.");
});

test("help names every command and exit status", async () => {
  const { stdout } = await run(["--help"]);
  for (const command of ["list", "doctor", "regions", "mock", "completion"])
    expect(stdout).toMatch(`  ${command} `);
  expect([...stdout.matchAll(/^ {2}(\d+) /gm)].map(([, status]) => status)).toEqual([
    "0",
    "1",
    "2",
    "3",
    "130",
    "141",
    "143",
  ]);
});

describe("regions", () => {
  test("lists every documented region and its endpoint", async () => {
    const { stdout } = await run(["regions", "--output", "json"]);
    const listed = JSON.parse(stdout) as { region: string; endpoint: string }[];
    const once = facts.regions.filter(
      ({ region }, index) => facts.regions.findIndex((other) => other.region === region) === index,
    );
    expect(listed.map(({ region, endpoint }) => ({ region, endpoint }))).toEqual(once);
  });

  test("shows a region with two endpoints once, marks it as unconfirmed, and names the other endpoint", async () => {
    const { stdout, stderr } = await run(["regions"], { COLUMNS: "80" });
    const rows = stdout.split("\n").filter((line) => line.startsWith("eu-west-101 "));
    expect(rows).toEqual([expect.stringMatching(/ https:\S+\.myhuaweicloud\.com +unconfirmed$/)]);
    expect(stderr.replace(/\s+/g, " ")).toBe(
      "Unconfirmed: the endpoint of eu-west-101 may be https://workspace.eu-west-101.myhuaweicloud.eu instead. Choose it with --endpoint. ",
    );
    expect(JSON.parse((await run(["regions", "-o", "json"])).stdout)).toContainEqual({
      region: "eu-west-101",
      endpoint: "https://workspace.eu-west-101.myhuaweicloud.com",
      note: "unconfirmed",
      alternative: "https://workspace.eu-west-101.myhuaweicloud.eu",
    });
  });

  test("supports every format", async () => {
    const output = async (format: string) => (await run(["regions", "--output", format])).stdout;
    const rows = regions.map((region) => ({ note: "", alternative: "", ...region }));
    expect(parse(await output("csv"), { columns: true })).toEqual(rows);
    expect(parse(await output("tsv"), { columns: true, delimiter: "\t" })).toEqual(rows);
    expect(
      (await output("jsonl"))
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual(regions);
    expect((await output("ids")).trim().split("\n")).toEqual(regions.map(({ region }) => region));
    expect((await output("table")).trim().split("\n")).toHaveLength(regions.length + 1);
  });
});

describe("mock", () => {
  test.runIf(isUnix)("prints its URL, responds to a listing, and stops on a signal", async () => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      await using mock = start(["mock", "--port", "0", "--token", "only-token", "--project-id", "p"]);
      const [, url = ""] = await mock.until(/^Listening on (http:\/\/127\.0\.0\.1:\d+)$/m);
      const list = ["list", "--endpoint", url, "--project-id", "p", "--output", "json"];
      const { status, stdout } = await run(list, { HW_AUTH_TOKEN: "only-token" });
      expect(status).toBe(0);
      expect(JSON.parse(stdout).length).toBeGreaterThan(20);
      expect((await run(list, { HW_AUTH_TOKEN: "another-token" })).status).toBe(3);
      mock.process.kill(signal);
      expect(await mock.ended).toBe(0);
      await expect(fetch(url)).rejects.toThrow();
    }
  });

  test("has every option of the mock server", async () => {
    const bin = fileURLToPath(import.meta.resolve("@workspace-images/mock-server"));
    const help = execFileSync(process.execPath, [join(dirname(bin), "bin.js"), "--help"], {
      encoding: "utf8",
    });
    const flags = [...help.matchAll(/^ +(?:-\w, )?(--[a-z-]+)/gm)]
      .map(([, flag]) => flag ?? "")
      .filter((flag) => flag !== "--version");
    expect(flags.length).toBeGreaterThan(7);
    const { stdout } = await run(["mock", "--help"]);
    for (const flag of flags) expect(stdout).toContain(flag);
  });

  test("passes its arguments to the mock server", async () => {
    await using mock = start(["mock", "--port=0", "--quiet"]);
    const [, url = ""] = await mock.until(/^Listening on (.*)$/m);
    await fetch(`${url}/v2/p/images`, { headers: { "X-Auth-Token": "any" } });
    mock.process.kill("SIGTERM");
    await mock.ended;
    expect(mock.output.stdout).toBe(`Listening on ${url}\n`);
  });

  test("passes a repeated option on", async () => {
    const options = ["--region", "r", "--user", "ann:not-real:acme", "--user=bob:not-real:acme"];
    await using mock = start(["mock", "--port", "0", "--access-key", "AK:SK", ...options]);
    const [, url = ""] = await mock.until(/^Listening on (.*)$/m);
    const signIn = (name: string) => {
      const user = { name, password: "not-real", domain: { name: "acme" } };
      const identity = { methods: ["password"], password: { user } };
      const body = JSON.stringify({ auth: { identity, scope: { project: { name: "r" } } } });
      const headers = { "Content-Type": "application/json" };
      return fetch(`${url}/v3/auth/tokens`, { method: "POST", headers, body });
    };
    expect((await signIn("ann")).status).toBe(201);
    expect((await signIn("bob")).status).toBe(201);
    expect((await signIn("eve")).status).toBe(401);
  });

  test("rejects an invalid port", async () => {
    const { status, stderr } = await run(["mock", "--port", "70000"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: --port 70000 /);
  });
});
