// How generated code and data can be wrong, as if their generator were: without an entry, or with another value or type.
import ts from "typescript";

/** @typedef {{ kind: string, what: string, edit: (text: string) => string }} Change */

const { SyntaxKind } = ts;
const OTHER_TYPES = new Map([
  [SyntaxKind.StringKeyword, "number"],
  [SyntaxKind.NumberKeyword, "string"],
  [SyntaxKind.BooleanKeyword, "string"],
]);
/** Texts for readers; they are no facts. */
const TEXTS = ["description", "text", "summary", "remedy", "title", "$id", "$schema"];

/** Replaces a part of a text. @param {number} start @param {number} end @param {string} by */
const part = (start, end, by) => (/** @type {string} */ text) => text.slice(0, start) + by + text.slice(end);

/** What a node is called in the ID of a mutation. @param {import("typescript").Node} node @returns {string | undefined} */
function nameOf(node) {
  const { name } = /** @type {{ name?: import("typescript").Node }} */ (node);
  if (name) return "text" in name ? String(name.text) : name.getText();
  if (!ts.isArrayLiteralExpression(node.parent)) return undefined;
  if (ts.isObjectLiteralExpression(node))
    for (const key of ["name", "region"])
      for (const property of node.properties)
        if (nameOf(property) === key && ts.isPropertyAssignment(property))
          return property.initializer.getText().slice(1, -1);
  return String(node.parent.elements.indexOf(/** @type {import("typescript").Expression} */ (node)));
}

/** Lists how a file can be wrong. JSON is read as an expression. @param {string} file @param {string} text @returns {Generator<Change>} */
export function* codeChanges(file, text) {
  const [open, close] = file.endsWith(".json") ? ["(", ")"] : ["", ""];
  const source = ts.createSourceFile(
    file,
    open + text + close,
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TS,
  );
  for (const statement of source.statements)
    for (const change of visit(statement, [], source))
      yield {
        ...change,
        edit: (current) => change.edit(open + current + close).slice(open.length, -close.length || undefined),
      };
}

/** @param {import("typescript").Node} node @param {readonly string[]} at @param {import("typescript").SourceFile} source @returns {Generator<Change>} */
function* visit(node, at, source) {
  const name = nameOf(node);
  const place = name === undefined ? at : [...at, name];
  if (TEXTS.includes(name ?? "")) return;
  const start = node.getStart(source);
  /** @param {string} kind @param {string} how @param {Change["edit"]} edit @returns {Change} */
  const change = (kind, how, edit) => ({ kind, what: `${place.join(".")} ${how}`, edit });

  const isEntry =
    ts.isPropertyAssignment(node) ||
    ts.isShorthandPropertyAssignment(node) ||
    ts.isArrayLiteralExpression(node.parent);
  if (isEntry) {
    const comma = /^\s*,/.exec(source.text.slice(node.end))?.[0].length ?? 0;
    // A last entry of JSON takes the comma before it along.
    const before = comma === 0 ? (/,\s*$/.exec(source.text.slice(0, start))?.[0].length ?? 0) : 0;
    yield change("entry", "removed", part(start - before, node.end + comma, ""));
  }
  if (ts.isNumericLiteral(node))
    yield change("value", `= ${Number(node.text) + 1}`, part(start, node.end, String(Number(node.text) + 1)));
  if (ts.isStringLiteral(node) && !ts.isPropertyAssignment(node.parent)) yield* otherString();
  if (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.initializer))
    yield* stringValue(node.initializer);
  if (node.kind === SyntaxKind.TrueKeyword || node.kind === SyntaxKind.FalseKeyword) {
    const other = String(node.kind !== SyntaxKind.TrueKeyword);
    yield change("value", `= ${other}`, part(start, node.end, other));
  }
  if (ts.isPropertySignature(node)) {
    if (!node.type || node.type.kind === SyntaxKind.NeverKeyword) return;
    yield change("member", "removed", part(start, node.end, ""));
    const { end } = node.name;
    yield node.questionToken
      ? change("member", "required", part(end, end + 1, ""))
      : change("member", "optional", part(end, end, "?"));
    const other = OTHER_TYPES.get(node.type.kind);
    if (other)
      yield change("member", `is a ${other}`, part(node.type.getStart(source), node.type.end, other));
  }
  // What another type is called is no fact, and the compiler notices a wrong name.
  if (ts.isIndexedAccessTypeNode(node)) return;
  const children = /** @type {import("typescript").Node[]} */ ([]);
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* visit(child, place, source);

  function* otherString() {
    if (!ts.isLiteralTypeNode(node.parent)) return;
    yield change(
      "value",
      `without "${/** @type {any} */ (node).text}"`,
      part(start, node.end, '"other_value"'),
    );
  }
  /** @param {import("typescript").StringLiteral} literal */
  function* stringValue(literal) {
    const other = JSON.stringify(`${literal.text}x`);
    yield change("value", `= ${other}`, part(literal.getStart(source), literal.end, other));
  }
}
