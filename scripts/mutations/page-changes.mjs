// How a built page can be wrong: without a row of a table, a part of the reference, or an entry of its Markdown twin.

/** @typedef {{ kind: string, what: string, edit: (text: string) => string }} Change */

/** A row of a table, or an element that a fact of an operation is linked by. */
const ELEMENT = /<(tr)\b[^>]*>|<(\w+)\b[^>]*\sid="((?:path|query|header|body|status|\d{3})-[\w.-]+)"[^>]*>/g;

/** Where an element ends that starts at an index. @param {string} html @param {number} start @param {string} tag */
function endOf(html, start, tag) {
  const tags = new RegExp(`<(/?)${tag}\\b[^>]*>`, "g");
  tags.lastIndex = start;
  let depth = 0;
  for (let found = tags.exec(html); found; found = tags.exec(html)) {
    depth += found[1] ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return start;
}

/** @param {string} html @returns {Generator<Change>} */
function* htmlChanges(html) {
  for (const { 0: tag, 1: row, 2: other = "", 3: id, index } of html.matchAll(ELEMENT)) {
    const end = endOf(html, index, row ?? other);
    if (end <= index + tag.length || html.slice(index, end).includes("<th")) continue;
    const text = html
      .slice(index, end)
      .replaceAll(/<[^>]*>/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim();
    const what = `without ${id ?? `the row "${text.slice(0, 50)}"`}`;
    yield { kind: "page", what, edit: (current) => current.slice(0, index) + current.slice(end) };
  }
}

/** @param {string} markdown @returns {Generator<Change>} */
function* markdownChanges(markdown) {
  for (const { 0: line, index } of markdown.matchAll(/^ *- `[^`]+`: .*\n/gm))
    yield {
      kind: "page",
      what: `without "${line.trim().slice(0, 50)}"`,
      edit: (current) => current.slice(0, index) + current.slice(index + line.length),
    };
}

/** Lists how a page or its twin can be wrong. @param {string} file @param {string} text */
export function pageChanges(file, text) {
  return file.endsWith(".md") ? markdownChanges(text) : htmlChanges(text);
}
