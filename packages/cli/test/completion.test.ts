import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { facts } from "@workspace-images/spec/facts";
import { afterAll, describe, expect, test } from "vitest";
import { BIN, run } from "./command.ts";
import { isUnix } from "./unix.ts";

const folder = mkdtempSync(join(tmpdir(), "workspace-images-bin-"));
writeFileSync(join(folder, "workspace-images"), `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`, {
  mode: 0o755,
});
afterAll(() => rmSync(folder, { recursive: true }));
const env = { ...process.env, PATH: `${folder}${delimiter}${process.env["PATH"]}` };

/** Returns what bash offers for a line with the cursor at its end. */
function complete(line: string): string[] {
  const words = line.split(" ");
  const script = `
    compopt() { :; }
    source <(workspace-images completion bash)
    COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")})
    COMP_CWORD=${words.length - 1}
    COMP_LINE='${line}'
    COMP_POINT=${line.length}
    $(complete -p workspace-images | sed 's/.*-F \\([^ ]*\\).*/\\1/')
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const offered = execFileSync("bash", ["-c", script], { env, encoding: "utf8" });
  return offered
    .split("\n")
    .map((word) => word.trim())
    .filter(Boolean);
}

describe.runIf(isUnix)("in bash", () => {
  test.each([
    ["workspace-images ", ["list", "doctor", "mock", "regions", "completion"]],
    ["workspace-images do", ["doctor"]],
    ["workspace-images list --os", ["--os-type"]],
    ["workspace-images list --image-type ", ["gold", "private"]],
    ["workspace-images list --output js", ["json", "jsonl"]],
    ["workspace-images list --region cn-north-", ["cn-north-4", "cn-north-9", "cn-north-11"]],
    ["workspace-images list --os-type W", ["Windows"]],
    ["workspace-images list --sort-type ", ["asc", "desc"]],
    ["workspace-images mock --po", ["--port"]],
    ["workspace-images completion ", ["bash", "zsh", "fish"]],
  ])("completes %j", (line, expected) => {
    expect(complete(line)).toEqual(expect.arrayContaining(expected));
  });

  const closed = facts.operations.listImages.parameters.query.filter(({ values }) => values);
  test.each(closed)("offers every value that $name may have, and no other", ({ name, values }) => {
    expect(complete(`workspace-images list --${name.replaceAll("_", "-")} `).sort()).toEqual(
      values?.toSorted(),
    );
  });

  test("the script can be sourced twice and leaves `readonly` intact", () => {
    const read = "source <(workspace-images completion bash)";
    const { status, stderr } = spawnSync("bash", ["-c", `${read}; ${read}; readonly ROLE=mine`], { env });
    expect({ status, stderr: `${stderr}` }).toEqual({ status: 0, stderr: "" });
  });

  test("offers only words that match", () => {
    expect(complete("workspace-images list --output js").sort()).toEqual(["json", "jsonl"]);
  });
});

test.each(["bash", "zsh", "fish"])("the script for %s is valid in that shell", async (shell) => {
  const { status, stdout, stderr } = await run(["completion", shell]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("workspace-images complete --");
  // If this machine lacks the shell, the text is all that can be checked.
  const script = join(folder, `script.${shell}`);
  writeFileSync(script, stdout);
  const { error, status: read } = spawnSync(shell, ["-n", script]);
  expect(error ? 0 : read).toBe(0);
});
