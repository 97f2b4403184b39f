import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { licenseTexts } from "../scripts/license-text.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "licenses-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function createPackage(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const path = join(folder, name);
  await mkdir(path);
  const manifest = JSON.stringify({ name, version: "1.0.0", license: "MIT" });
  for (const [file, text] of Object.entries({ ...files, "package.json": manifest })) {
    await writeFile(join(path, file), text);
  }
  return path;
}

test.each(["LICENSE", "licence.md", "MIT-LICENSE.txt", "LICENSE-MIT", "COPYING"])(
  "a license in a file named %s is found",
  async (file) => {
    const path = await createPackage("some", { [file]: "The whole text.\n" });
    expect(licenseTexts([path], {})).toBe("some 1.0.0\n\nThe whole text.\n");
  },
);

test("a notice comes along with its license", async () => {
  const path = await createPackage("some", { LICENSE: "The whole text.", NOTICE: "Made by somebody." });
  expect(licenseTexts([path], {})).toContain("The whole text.\n\nMade by somebody.");
});

test("a license in the last section of a README is found", async () => {
  const section = "Copyright 2020 Somebody\n\nPermission is hereby granted to anyone.";
  const path = await createPackage("some", {
    "README.md": `# some\n\nUseful.\n\n## License\n\n${section}\n`,
  });
  expect(licenseTexts([path], {})).toBe(`some 1.0.0\n\n${section}\n`);
});

test("a package that only names its license is an error, unless its copyright holder is recorded", async () => {
  const path = await createPackage("some", { "README.md": "# some\n\n## License\n\nMIT\n" });
  expect(() => licenseTexts([path], {})).toThrow("some@1.0.0 (MIT) has no license text");
  expect(licenseTexts([path], { "some@1.0.0": "Somebody" })).toMatch(
    /Copyright \(c\) Somebody\n\nPermission is hereby granted/,
  );
});

test("a recorded copyright holder that is no longer needed is an error", async () => {
  const path = await createPackage("some", { LICENSE: "The whole text." });
  expect(() => licenseTexts([path], { "some@0.9.0": "Somebody" })).toThrow("some@0.9.0");
});
