import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { tools } from "../tools/all.mjs";
import { pinnedVersion } from "../tools/ecosystems.mjs";
import { tryTool } from "../tools/tried-tool.mjs";

const images = [
  { id: "a", os_type: "Windows" },
  { id: "b", os_type: "Linux" },
  { id: "c", os_type: "Windows" },
];
const folders = { node: "", python: "", go: "", java: "" };
const versions = { node: "24.1.0", python: "3.11.2", go: "1.26.1", java: undefined };

/** @param {Partial<import("../tools/tool.mjs").Tool>} tool */
async function trial(tool) {
  const server = createServer((_request, response) => response.end(JSON.stringify({ images })));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  try {
    return await tryTool(
      { name: "tool", ecosystem: "node", package: "orval", input: "images.yaml", steps: {}, ...tool },
      versions,
      {
        folders,
        bundle: () => "",
        bundles: () => [],
        service: { WORKSPACE_ENDPOINT: `http://127.0.0.1:${port}`, PROJECT_ID: "p" },
      },
    );
  } finally {
    server.close();
  }
}

const passes = async () => "";
const fails = async () => {
  throw new Error("no such thing");
};

test("every tool has a pinned version, unless it cannot be installed", () => {
  for (const tool of tools) {
    if (tool.unavailable) assert.deepEqual(tool.steps, {}, tool.name);
    else assert.match(pinnedVersion(tool) ?? "", /^\d+\.\d+/, tool.name);
  }
});

test("a client passes if it lists the Windows images of the mock", async () => {
  const { done, result, failed } = await trial({ steps: { generate: passes, list: async () => "a\nc\n" } });
  assert.deepEqual({ done, result, failed }, { done: "generate, list", result: "passed", failed: false });
});

for (const [listed, what] of /** @type {const} */ ([
  ["a\nb\nc", "ignores the filter"],
  ["", "lists nothing"],
])) {
  test(`a client that ${what} fails`, async () => {
    const { done, failed, result } = await trial({ steps: { generate: passes, list: async () => listed } });
    assert.deepEqual({ done, failed, result }, { done: "generate", failed: true, result: "FAILED: list" });
  });
}

test("the first step that fails ends the trial", async () => {
  const { done, failed, failure } = await trial({ steps: { generate: fails, compile: passes } });
  assert.deepEqual({ done, failed, failure }, { done: "–", failed: true, failure: "Error: no such thing" });
});

test("a known failure is reported, and fails once the tool passes", async () => {
  const known = { step: "compile", reason: "its fault" };
  const broken = await trial({ known, steps: { generate: passes, compile: fails } });
  assert.deepEqual([broken.failed, broken.result], [false, "failed, as known: its fault"]);
  assert.equal((await trial({ known, steps: { generate: fails, compile: fails } })).failed, true);
  assert.equal((await trial({ known, steps: { generate: passes, compile: passes } })).failed, true);
});

test("a tool is not executed without its language, or if it cannot be installed", async () => {
  const absent = await trial({ client: "java", steps: { generate: fails } });
  assert.deepEqual([absent.failed, absent.result], [false, "NOT executed: no mvn on this machine"]);
  const unavailable = await trial({ unavailable: "it is gone" });
  assert.deepEqual([unavailable.failed, unavailable.result], [false, "NOT executed: it is gone"]);
});
