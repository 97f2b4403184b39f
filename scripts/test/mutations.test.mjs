import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { codeChanges } from "../mutations/code-changes.mjs";
import { descriptionChanges } from "../mutations/description-changes.mjs";
import { sampleOf } from "../mutations/mutations.mjs";
import { pageChanges } from "../mutations/page-changes.mjs";
import { sampleChanges } from "../mutations/sample-changes.mjs";
import { edited } from "../mutations/yaml-change.mjs";

/** The changes of a YAML text: what each says, with the value that is left. @param {string} text */
const yamlChanges = (text) =>
  Object.fromEntries(
    [...descriptionChanges(parse(text))].map(({ what, edits }) => [what, parse(edited(text, edits))]),
  );
/** The changes of any other text. @param {Iterable<{ what: string, edit: (text: string) => string }>} changes @param {string} text */
const textChanges = (changes, text) =>
  Object.fromEntries([...changes].map(({ what, edit }) => [what, edit(text)]));

test("each fact of a schema is left out or another one, alone", () => {
  const text =
    "required: [id]\nproperties:\n  id:\n    type: string\n    minLength: 1\n  size: { type: [integer, 'null'] }\n";
  const changes = yamlChanges(text);
  const before = parse(text);
  assert.deepEqual(changes["properties.id.minLength = 2"].properties.id, { type: "string", minLength: 2 });
  assert.deepEqual(changes['properties.size.type = "integer"'].properties.size, { type: "integer" });
  assert.deepEqual(changes["required with size"].required, ["id", "size"]);
  assert.deepEqual(changes["properties.id renamed to id_x"], {
    required: ["id_x"],
    properties: { id_x: before.properties.id, size: before.properties.size },
  });
  assert.deepEqual(changes["properties.id removed"], {
    required: [],
    properties: { size: before.properties.size },
  });
  for (const [what, after] of Object.entries(changes)) assert.notDeepEqual(after, before, what);
});

test("a parameter, a status, a header, a credential and a server of each description can be wrong", () => {
  const changes = yamlChanges(`servers:
  - url: https://a.example
    variables: { region: { default: b, enum: [a, b] } }
get:
  security: [{ Token: [] }]
  parameters: [{ $ref: parameters/limit.yaml }, { name: sort, in: query, schema: { type: string, enum: [a, b], default: a } }]
  responses:
    "200": { headers: { Age: { schema: { type: string } } }, content: { application/json: {} } }
`);
  for (const what of [
    "servers.https://a.example removed",
    "servers.0.variables.region.enum.a removed",
    'servers.0.variables.region.default = "a"',
    "get renamed to post",
    "get.security.0 removed",
    "get.parameters.limit removed",
    'get.parameters.1.name = "sort_x"',
    'get.parameters.1.in = "header"',
    "get.parameters.1.required = true",
    "get.parameters.1.schema.enum.b removed",
    'get.parameters.1.schema.default = "ax"',
    "get.responses.200 renamed to 209",
    "get.responses.200.headers.Age removed",
    "get.responses.200.content.application/json renamed to application/xml",
  ])
    assert.ok(what in changes, `${what} is not among\n${Object.keys(changes).join("\n")}`);
});

test("what an example of a source says is changed; an invented value only gets another type", () => {
  assert.deepEqual(
    yamlChanges("summary: Denied\nx-remedy: Ask.\nvalue: { code: A }\n")['value.code = "Ax"'].value,
    { code: "Ax" },
  );
  const invented = yamlChanges("summary: One page\nvalue: { code: A }\n");
  assert.deepEqual(Object.keys(invented), ["value.code = 1"]);
});

test("a mark of a text is left out, one at a time", () => {
  const text = "description: '**Note.** One. **Not confirmed** two.'\n";
  assert.deepEqual(
    Object.values(yamlChanges(text)).map(({ description }) => description),
    ["One. **Not confirmed** two.", "**Note.** One.  two."],
  );
});

test("generated code loses an entry, or has another value or type", () => {
  const code =
    'const rules = { limit: { range: [0, 100] }, sort: "name" };\ninterface Image { id: string; size?: number }\n';
  const changes = textChanges(codeChanges("rules.ts", code), code);
  assert.match(changes["rules.limit removed"] ?? "", /rules = \{ {2}sort: "name" \};/);
  assert.match(changes["rules.limit.range.1 = 101"] ?? "", /\[0, 101\]/);
  assert.match(changes['rules.sort = "namex"'] ?? "", /sort: "namex"/);
  assert.match(changes["Image.id optional"] ?? "", /id\?: string/);
  assert.match(changes["Image.size required"] ?? "", /size: number/);
  assert.match(changes["Image.id is a number"] ?? "", /id: number/);
});

test("generated JSON stays JSON", () => {
  const json = '{\n  "a": [1, 2],\n  "b": { "c": true }\n}\n';
  const changes = textChanges(codeChanges("facts.json", json), json);
  assert.deepEqual(JSON.parse(changes["a.1 removed"] ?? ""), { a: [1], b: { c: true } });
  assert.deepEqual(JSON.parse(changes["b removed"] ?? ""), { a: [1, 2] });
  assert.deepEqual(JSON.parse(changes["b.c = false"] ?? ""), { a: [1, 2], b: { c: false } });
});

test("a page loses a row or a part, a twin loses an entry, and a sample has another name", () => {
  const html =
    '<table><tr><th>Name</th></tr><tr><td>limit</td></tr></table><div id="query-limit"><div>to 100</div></div>';
  assert.deepEqual(textChanges(pageChanges("a.html", html), html), {
    'without the row "limit"': html.replace("<tr><td>limit</td></tr>", ""),
    "without query-limit": html.replace('<div id="query-limit"><div>to 100</div></div>', ""),
  });
  const twin = "- `limit`: `integer`\n- `offset`: `integer`\n";
  assert.equal(Object.values(textChanges(pageChanges("a.md", twin), twin))[0], "- `offset`: `integer`\n");
  const sample = "?limit=2&offset=0";
  assert.deepEqual(Object.values(textChanges(sampleChanges("a.sh", sample), sample)), [
    "?limitx=2&offset=0",
    "?limit=2&offsetx=0",
  ]);
});

test("a sample of mutations stays the same when a fact is added", () => {
  const all = ["a", "b", "c", "d", "e"].map((id) => ({
    id,
    kind: "field",
    file: "",
    edit: (/** @type {string} */ text) => text,
  }));
  const before = sampleOf(all.slice(1), 2).map(({ id }) => id);
  const after = sampleOf(all, 3).map(({ id }) => id);
  assert.ok(before.every((id) => after.includes(id)));
});
