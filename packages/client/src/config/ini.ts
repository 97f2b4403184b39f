import { InputError } from "../errors/errors.ts";

type Section = Map<string, string>;

/**
 * Parses the sections of a file as Python's configparser does, which the official SDK uses: text after a header is
 * ignored, keys are not case-sensitive, and `[DEFAULT]` applies to each section. A value is the rest of its line: a
 * secret may contain characters that start comments. What configparser rejects, replaces or continues on the next line is
 * rejected, so that no other key than the official SDK's is ever read.
 *
 * @throws {InputError} with the number of the line, never with its text.
 */
export function parseSections(text: string, path: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const sections = new Map<string, Section>();
  let section: Section | undefined;
  let hasKey = false;
  let indentation = 0;

  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const reject = (problem: string) => new InputError(`Line ${index + 1} of ${path} ${problem}`);
    const content = line.trim();
    if (!content || /^[#;]/.test(content)) continue;
    const indented = line.length - line.trimStart().length;
    if (hasKey && indented > indentation)
      throw reject("is indented, which continues a value. Put it on one line");
    indentation = indented;

    const [, name] = /^\[(.+)\]/.exec(content) ?? [];
    if (name !== undefined) {
      if (name.includes("]") || name !== name.trim())
        throw reject("has a section name with ] or spaces around it");
      if (sections.has(name)) throw reject(`repeats the section [${name}]`);
      section = new Map();
      sections.set(name, section);
      hasKey = false;
      continue;
    }
    if (!section) throw reject("is not in a section. Start the file with [basic]");
    const [, key = "", value = ""] = /^([^=:]+)[=:](.*)$/.exec(content) ?? [];
    const lowerKey = key.trim().toLowerCase();
    if (!lowerKey) throw reject("is neither a section nor a key with a value");
    if (section.has(lowerKey)) throw reject("repeats a key of its section");
    if (value.includes("%")) throw reject("contains %, which configparser replaces or rejects");
    section.set(lowerKey, value.trim());
    hasKey = true;
  }

  const defaults = sections.get("DEFAULT") ?? [];
  return new Map([...sections].map(([name, values]) => [name, new Map([...defaults, ...values])]));
}
