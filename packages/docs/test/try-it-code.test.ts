import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type MockServer, startMockServer } from "@workspace-images/mock-server";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codesOf } from "../src/try-it/code.ts";
import { runTrial } from "../src/try-it/run-trial.ts";
import { trialOf } from "../src/try-it/trial.ts";
import { linkCommandLine } from "./command-line.ts";

const run = promisify(execFile);
const samples = fileURLToPath(new URL("../samples/", import.meta.url));

let server: MockServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "try-it-"));
  // The command that the registry would give, without the registry; the first argument is the name of the package.
  await linkCommandLine(join(folder, "npx"), 1);
  server = await startMockServer({ accessKeys: { EXAMPLEACCESSKEY: "not-a-real-secret-key" } });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function idsPrintedBy(command: string, ...arguments_: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await run(command, arguments_, {
    cwd: samples,
    env: {
      PATH: [folder, dirname(process.execPath), process.env["PATH"]].join(delimiter),
      HOME: folder,
      WORKSPACE_ENDPOINT: server.url,
      PROJECT_ID: "29dfe82ada564ac2b927e1ff036d9a9b",
      TOKEN: "not-a-real-token",
      AK: "EXAMPLEACCESSKEY",
      SK: "not-a-real-secret-key",
    } as unknown as NodeJS.ProcessEnv,
  });
  // In JSON an image may also have the ID of a key.
  return (
    stdout.replaceAll(/"kms_id": ?"[^"]+"/g, "").match(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g) ?? []
  );
}

/** What the compiler has to say about a program that stands among the samples. */
function complaints(program: string): readonly string[] {
  const file = `${samples}try-it.ts`;
  const config = fileURLToPath(new URL("../tsconfig.json", import.meta.url));
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, ts.sys.readFile).config,
    ts.sys,
    dirname(config),
  );
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (name) => (name === file ? program : readFile(name));
  host.fileExists = (name) => name === file || fileExists(name);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

const textsOf = (fields: string) => {
  const [typescript, curl, command] = codesOf(trialOf(new URLSearchParams(fields))).map(({ text }) => text);
  return { typescript: typescript ?? "", curl: curl ?? "", command: command ?? "" };
};

const trials = [
  { fields: "call=list&credential=token&os_type=Windows&limit=5&offset=5", images: 5 },
  {
    fields:
      "call=items&credential=token&image_type=gold&sort_field=created_at&sort_type=desc&limit=4&offset=1",
    images: 14,
  },
  {
    fields:
      "call=items&credential=key&os_type=Windows&platform=Windows&architecture=x86&image_type=private&limit=3&offset=0",
    images: 3,
  },
];

describe.each(trials)("the code of $fields", ({ fields, images }) => {
  test("lists what the page lists: as TypeScript that compiles, with curl and at the command line", async () => {
    const outcome = await runTrial(
      trialOf(new URLSearchParams(fields)),
      () => {},
      new AbortController().signal,
    );
    const ids = outcome.images.map(({ id }) => id);
    expect(ids).toHaveLength(images);
    const { typescript, curl, command } = textsOf(fields);
    expect(complaints(typescript)).toEqual([]);
    expect(await idsPrintedBy("node", "--input-type=module-typescript", "--eval", typescript)).toEqual(ids);
    expect(await idsPrintedBy("sh", "-c", command)).toEqual(ids);
    expect(await idsPrintedBy("sh", "-c", curl)).toEqual(ids);
  });
});

test("a value from a shared address stays a value in the code", async () => {
  const value = `"; throw 1; '$(echo x >&2; exit 1)'; exit 1; \``;
  const { typescript, curl, command } = textsOf(
    new URLSearchParams({ call: "list", limit: "5", offset: "0", os_type: value }).toString(),
  );
  server.mock.reset();
  await idsPrintedBy("node", "--input-type=module-typescript", "--eval", typescript);
  await idsPrintedBy("sh", "-c", command);
  await idsPrintedBy("sh", "-c", curl);
  expect(server.mock.requests.map(({ query }) => query["os_type"])).toEqual([value, value, value]);
});
