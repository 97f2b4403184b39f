import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";

const run = promisify(execFile);
const server = fileURLToPath(import.meta.resolve("@workspace-images/mock-server/package.json"));
const bin = join(server, "../dist/bin.js");

async function sample(name: string) {
  const text = await readFile(new URL(`../samples/testing/ci/${name}`, import.meta.url), "utf8");
  return { text, content: parse(text, { strict: true, uniqueKeys: true }) };
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return String(port);
}

// An npx that starts the server of this repository, on a port of its own instead of 4010.
let folder: string;
let port: string;
let env: NodeJS.ProcessEnv;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mock-in-ci-"));
  port = await freePort();
  const npx = `#!/bin/sh
[ "$1 $2" = "--yes @workspace-images/mock-server" ] || exit 1
shift 2
echo $$ > '${folder}/pid'
exec '${process.execPath}' '${bin}' --port ${port} "$@"
`;
  await writeFile(join(folder, "npx"), npx);
  await chmod(join(folder, "npx"), 0o755);
  env = { ...process.env, PATH: `${folder}${delimiter}${process.env["PATH"]}` };
});
afterEach(async () => {
  process.kill(Number(await readFile(join(folder, "pid"), "utf8")));
  await rm(folder, { recursive: true });
});

describe.runIf(process.platform !== "win32")("the mock server starts as in", () => {
  test("the job of GitHub Actions, before its tests", async () => {
    const { content } = await sample("github-actions.yml");
    const { env: variables, steps } = content.jobs.test;
    const url = variables.MOCK_URL.replace("4010", port);
    const start = steps.findIndex((step: { name?: string }) => step.name === "Start the mock server");
    await run("bash", ["-e", "-c", steps[start].run], { cwd: folder, env: { ...env, MOCK_URL: url } });
    expect((await fetch(`${url}/_mock/health`)).status).toBe(200);
    expect(steps[start + 1].name).toBe("Test");
    expect(await readFile(join(folder, "mock-server.log"), "utf8")).toContain(`Listening on ${url}`);
  });

  test("the Compose file, whose health check notices it", async () => {
    const { content } = await sample("compose.yaml");
    const { mock, tests } = content.services;
    const [form, command, ...args] = mock.healthcheck.test.map((part: string) => part.replace("4010", port));
    const isHealthy = () =>
      run(command, args, { env }).then(
        () => true,
        () => false,
      );
    expect(form).toBe("CMD");
    expect(await isHealthy()).toBe(false);
    const [npx, ...options] = mock.command;
    spawn(npx, options, { env, stdio: "ignore" });
    await expect.poll(isHealthy, { timeout: 60_000 }).toBe(true);
    expect(tests.depends_on.mock.condition).toBe("service_healthy");
    expect(tests.environment.MOCK_URL).toBe("http://mock:4010");
  });
});
