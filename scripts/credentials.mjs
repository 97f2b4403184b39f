// `npm run strangers:credentials`: the client and the official Python SDK get keys from the same sources of the mock. Needs
// Python; the SDK comes from its registry into a temporary folder.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArguments } from "./arguments.mjs";
import { recordEvidence } from "./evidence/record.mjs";
import { install } from "./install.mjs";
import { root, run } from "./run.mjs";
import { runStages } from "./stages.mjs";

readArguments();

const SDK = "huaweicloudsdkworkspace";
const VERSION = "3.1.219";
const folder = mkdtempSync(join(tmpdir(), "strangers-credentials-"));
// At the exit, because a failed stage ends the process.
process.on("exit", () => rmSync(folder, { recursive: true }));

async function compare() {
  const environment = join(folder, "venv");
  await run("python3", ["-m", "venv", environment]);
  const python = join(environment, process.platform === "win32" ? "Scripts/python" : "bin/python");
  await run(python, ["-m", "pip", "install", "--quiet", `${SDK}==${VERSION}`]);
  const program = join(root, "packages/bench/src/compare-credentials.ts");
  await run(process.execPath, [program, python], { show: true });
  recordEvidence("credentials", {
    command: "npm run strangers:credentials",
    about: ["packages/client/src/providers", "packages/client/src/auth", "packages/bench/src/credentials"],
    versions: { [SDK]: VERSION },
    figures: { sources: ["metadata", "pod identity", "STS", "IAM"], sameKey: true, sameRequests: true },
  });
}

await runStages("strangers:credentials", [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  {
    title: "Build the client and the mock server",
    run: () =>
      run("turbo", [
        "run",
        "build",
        "--filter=@workspace-images/client",
        "--filter=@workspace-images/mock-server",
      ]),
  },
  { title: `Compare with ${SDK} ${VERSION}`, show: true, run: compare },
]);
