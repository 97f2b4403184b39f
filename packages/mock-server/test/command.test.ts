import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { mockServerOptions } from "@workspace-images/mock-server/command";
import { expect, test } from "vitest";
import { helpText } from "../src/command/options.ts";

test("the help text shows every option, its argument and its description", () => {
  expect(mockServerOptions.length).toBeGreaterThan(5);
  const lines = helpText().split("\n");
  for (const { name, short, argument, description } of mockServerOptions) {
    const flags = `${short ? `-${short}, ` : ""}--${name}${argument ? ` <${argument}>` : ""} `;
    expect(lines).toContainEqual(expect.stringContaining(flags));
    expect(lines).toContainEqual(expect.stringContaining(description));
  }
});

test("the options do not include help and version, which every command line has itself", () => {
  const names = mockServerOptions.map(({ name }) => name);
  expect(names).toContain("port");
  expect(names).not.toContain("help");
  expect(names).not.toContain("version");
});

test("importing the command does not load Prism", async () => {
  const script = `
    import { registerHooks } from "node:module";
    registerHooks({ load(url, context, next) { console.log(url); return next(url, context); } });
    await import("@workspace-images/mock-server/command");`;
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  const args = ["--input-type=module", "--eval", script];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd });
  expect(stdout).toContain("/dist/command.js\n");
  expect(stdout).not.toMatch(/prism|mock-server\.js|node_modules/);
});
