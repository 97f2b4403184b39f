import { join } from "node:path";
import { run } from "../run.mjs";

/** @param {string} folder */
const command = (folder) =>
  join(folder, process.platform === "win32" ? ".venv/Scripts/python" : ".venv/bin/python");

/** @type {import("./project.mjs").Project} */
export const python = {
  language: "Python",
  framework: "pytest",
  version: ["python3", "--version"],
  sdk: {
    name: "huaweicloudsdkworkspace",
    file: "requirements.txt",
    version: /^huaweicloudsdkworkspace==(.+)$/m,
  },
  folder: "python",
  async prepare(folder) {
    await run("python3", ["-m", "venv", ".venv"], { cwd: folder });
    const args = ["-m", "pip", "install", "--quiet", "-r", "requirements.txt"];
    await run(command(folder), args, { cwd: folder });
  },
  test: (folder) => [command(folder), "-m", "pytest", "-v"],
  passed: / PASSED /g,
};
