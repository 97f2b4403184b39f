import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const folder = mkdtempSync(join(tmpdir(), "lock-"));
after(() => rmdirSync(folder));

/** A job that says when it holds the lock, and ends when its standard input does. */
const program = `
  const { lock } = await import(${JSON.stringify(new URL("../lock.mjs", import.meta.url).href)});
  const release = await lock(process.argv[1], ${JSON.stringify(folder)});
  process.stdout.write("works\\n");
  for await (const line of process.stdin) if (String(line).startsWith("release")) release();
`;

function startJob(name, env = {}) {
  const job = spawn(process.execPath, ["--input-type=module", "--eval", program, name], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, WORKSPACE_IMAGES_LOCK: "", ...env },
  });
  let output = "";
  job.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  return {
    async says(text) {
      while (!output.includes(text)) await once(job.stdout, "data");
    },
    hasSaid: (text) => output.includes(text),
    release: () => job.stdin.write("release\n"),
    async end() {
      job.stdin.end();
      await once(job, "close");
    },
    async kill() {
      job.kill("SIGKILL");
      await once(job, "close");
    },
  };
}

test("a second job says what it waits for, and starts when the first one has ended", async () => {
  const first = startJob("npm start");
  await first.says("works");
  const second = startJob("npm test");
  await second.says("`npm start` is running in this folder. `npm test` starts when it has ended.");
  assert.ok(!second.hasSaid("works"));
  await first.end();
  await second.says("works");
  await second.end();
});

test("a job that is killed keeps no other one waiting", async () => {
  const first = startJob("npm start");
  await first.says("works");
  const [second, third] = [startJob("npm test"), startJob("npm test")];
  await Promise.all([second.says("is running"), third.says("is running")]);
  await first.kill();
  await Promise.race([second.says("works"), third.says("works")]);
  await Promise.all([second.end(), third.end()]);
});

test("a job that lasts lets the next one in", async () => {
  const first = startJob("npm run dev");
  await first.says("works");
  const second = startJob("npm test");
  await second.says("is running");
  first.release();
  await second.says("works");
  await Promise.all([first.end(), second.end()]);
});
