// `npm run actionlint`: checks the workflows. actionlint is a Go program; it comes through the module proxy of Go.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { readArguments } from "./arguments.mjs";

readArguments();

const cwd = fileURLToPath(new URL("..", import.meta.url));
// renovate: datasource=go depName=github.com/rhysd/actionlint
const actionlint = ["run", "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12", "-color"];
const { error, status } = spawnSync("go", actionlint, { cwd, stdio: "inherit" });
if (error) process.stderr.write(`The workflows were NOT checked: Go cannot be run (${error.message})\n`);
else if (status === 0) process.stdout.write("actionlint: no problems\n");
process.exitCode = status ?? 1;
