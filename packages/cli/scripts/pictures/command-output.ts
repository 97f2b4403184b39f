import { type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const BIN = fileURLToPath(new URL("../../src/bin.ts", import.meta.url));
const HOME = "/home/you";

/** What differs between two runs or two machines is replaced. */
const STABLE: readonly (readonly [RegExp, string])[] = [
  [/\b\d+\.\d ms\b/g, "1.2 ms"],
  [/(?<!\.)\b\d+ ms\b/g, "12 ms"],
  [/(127\.0\.0\.1:)\d+/g, "$14010"],
  [/(request ID )\w{32}/g, "$1f5a1c0de5a1c0de5a1c0de5a1c0de5a1"],
  [/\\home\\you\\\.huaweicloud\\credentials/g, "/home/you/.huaweicloud/credentials"],
];

/** A command that runs until it gets a signal. */
export interface Running {
  /** Waits until its output matches. */
  readonly until: (pattern: RegExp) => Promise<RegExpExecArray>;
}

/**
 * Runs a command as on a terminal with colours, without any configuration. Resolves to what it writes to both streams, in
 * order. A command that runs until a signal gets one after `use`.
 */
export async function outputOf(
  args: readonly string[],
  columns: number,
  use?: (running: Running) => Promise<void>,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "workspace-images-picture-"));
  const file = join(folder, "output");
  // In one file, the order of both streams is the order of the writes.
  const stream = openSync(file, "w");
  const { PATH, SystemRoot } = process.env;
  const env = {
    ...{ PATH, SystemRoot, HOME, USERPROFILE: HOME, HUAWEICLOUD_SDK_METADATA_DISABLED: "true" },
    ...{ FORCE_COLOR: "1", COLUMNS: `${columns}` },
  };
  const options: SpawnOptions = { stdio: ["ignore", stream, stream], env };
  const child = spawn(process.execPath, [BIN, ...args], options);
  const ended = once(child, "close");
  const output = () => readFileSync(file, "utf8");
  async function until(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(output());
      if (found) return found;
      if (child.exitCode !== null) throw new Error(`${args.join(" ")} ended before ${pattern}: ${output()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  try {
    await use?.({ until });
    if (use) child.kill("SIGTERM");
    await ended;
    return STABLE.reduce((text, [pattern, fixed]) => text.replace(pattern, fixed), output());
  } finally {
    closeSync(stream);
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  }
}
