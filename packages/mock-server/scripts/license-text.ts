// The licenses of the packages that the bundle of Prism contains.
import { readdirSync, readFileSync } from "node:fs";

/** Who holds the copyright of a package that says it is under the MIT license, but comes without the text. */
const MIT_HOLDERS: Readonly<Record<string, string>> = {
  // The README says "MIT © Martin Hansen".
  "@stoplight/json-schema-merge-allof@0.7.8": "Martin Hansen",
  // The author in package.json; the README says "MIT".
  "fnv-plus@1.3.1": "Travis Webb <me@traviswebb.com>",
  // The author in package.json; nothing else names a license.
  "parse-multipart-data@1.5.0": "Ignacio Mazzara <nachomazzara@gmail.com>",
  // The author in package.json; the other packages of its repository have his name in their license.
  "proxy-agent-negotiate@1.1.0": "Nathan Rajlich <nathan@tootallnate.net>",
  // The README has the copyright line and a link that is dead.
  "uri-template-lite@22.9.0": "2014-2019 Lauri Rooden <lauri@rooden.ee>",
};

/**
 * Gives the license texts of packages, each under its name and version.
 *
 * @throws when a package has no text and no exception, or when an exception is not needed.
 */
export function licenseTexts(folders: readonly string[], exceptions = MIT_HOLDERS): string {
  const unused = new Set(Object.keys(exceptions));
  const texts = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
    const id = `${name}@${version}`;
    const holder = exceptions[id];
    const text = fileTexts(folder) || readmeSection(folder) || (holder && unused.delete(id) && mit(holder));
    if (!text)
      throw new Error(
        `${id} (${license}) has no license text. Add its copyright holder to ${import.meta.filename}`,
      );
    return `${name} ${version}\n\n${text}\n`;
  });
  if (unused.size > 0) throw new Error(`Not needed in ${import.meta.filename}: ${[...unused].join(", ")}`);
  return texts.sort().join(`\n${"-".repeat(80)}\n\n`);
}

/** LICENSE, licence.txt, MIT-LICENSE.txt, COPYING, NOTICE and the like. */
function fileTexts(folder: string): string {
  const files = readdirSync(folder).filter((file) => /licen[cs]e|copying|notice/i.test(file));
  return files.map((file) => readFileSync(`${folder}/${file}`, "utf8").trim()).join("\n\n");
}

/** The last section of a README, when it is the whole text of a license. */
function readmeSection(folder: string): string | undefined {
  const readme = readdirSync(folder).find((file) => /^readme/i.test(file));
  if (!readme) return undefined;
  const [, text] =
    /^[# ]*licen[cs]e\b[^\n]*\n(?:-+\n)?(.*)/ims.exec(readFileSync(`${folder}/${readme}`, "utf8")) ?? [];
  return text?.includes("Permission is hereby granted") ? text.trim() : undefined;
}

function mit(holder: string): string {
  return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
