// Tells by a digest whether files have changed since they were measured.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A digest of the contents of the committed or new files at these paths. Generated, ignored files do not count.
 *
 * @param {readonly string[]} paths In the repository, folders included.
 * @param {string} root Folder of the repository.
 */
export function digestOf(paths, root) {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...paths];
  const listed = execFileSync("git", list, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const hash = createHash("sha256");
  for (const file of listed.split("\0").filter(Boolean).sort()) {
    const content = createHash("sha256")
      .update(readFileSync(join(root, file)))
      .digest("hex");
    hash.update(`${file} ${content}\n`);
  }
  return hash.digest("hex").slice(0, 16);
}
