import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createImages } from "@workspace-images/mock";
import { type MockServer, startMockServer } from "@workspace-images/mock-server";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { linkCommandLine, writeCommand } from "./command-line.ts";
import { SAMPLES } from "./described-samples.ts";

const run = promisify(execFile);

/** The only valid token. */
export const TOKEN = "not-a-real-token";
/** The only project with images. */
export const PROJECT_ID = "29dfe82ada564ac2b927e1ff036d9a9b";
/** An access key, as environment variables. */
export const ACCESS_KEY = {
  HUAWEICLOUD_SDK_AK: "EXAMPLEACCESSKEY",
  HUAWEICLOUD_SDK_SK: "not-a-real-secret-key",
};
/** A temporary access key, as environment variables. */
export const TEMPORARY_KEY = {
  HUAWEICLOUD_SDK_AK: "TEMPORARYACCESSKEY",
  HUAWEICLOUD_SDK_SK: "not-a-real-secret-key",
  SECURITY_TOKEN: "not-a-real-security-token",
};
/** The images of the service, enough for several pages of each filter. */
export const images = createImages(460, 1);

/** Runs samples against a mock server. */
export interface SampleRunner {
  readonly server: MockServer;
  /** Runs a command in the folder of the samples, and rejects if its exit status is not 0. */
  run(
    command: string,
    arguments_: readonly string[],
    variables?: NodeJS.ProcessEnv,
  ): Promise<{ readonly stdout: string; readonly stderr: string }>;
  /** Compiles a sample in Go, which takes long at first, and returns the path of the program. */
  compile(file: string): Promise<string>;
}

/** Tells whether this machine has a command. */
export function has(command: string): Promise<boolean> {
  return run("sh", ["-c", 'command -v "$0"', command]).then(
    () => true,
    () => false,
  );
}

/** Starts a runner before the tests of a file, resets its mock before each test, and stops it after them. */
export function openSampleRunner(): SampleRunner {
  const runner = {} as SampleRunner & AsyncDisposable;
  beforeAll(async () => {
    Object.assign(runner, await startSampleRunner());
  });
  afterAll(() => runner[Symbol.asyncDispose]());
  beforeEach(() => runner.server.mock.reset());
  return runner;
}

/** Starts a mock server with `images` that accepts one token, two access keys and one user. */
async function startSampleRunner(): Promise<SampleRunner & AsyncDisposable> {
  const home = await mkdtemp(join(tmpdir(), "samples-"));
  // Within this package, where the samples find the packages that they import.
  const folder = await mkdtemp(fileURLToPath(new URL("../.samples-", import.meta.url)));
  for (const source of [new URL("../samples/", import.meta.url), SAMPLES])
    await cp(source, folder, { recursive: true });
  const server = await startMockServer({
    images,
    token: TOKEN,
    projectId: PROJECT_ID,
    region: "cn-north-4",
    accessKeys: {
      [ACCESS_KEY.HUAWEICLOUD_SDK_AK]: ACCESS_KEY.HUAWEICLOUD_SDK_SK,
      [TEMPORARY_KEY.HUAWEICLOUD_SDK_AK]: {
        secretKey: TEMPORARY_KEY.HUAWEICLOUD_SDK_SK,
        securityToken: TEMPORARY_KEY.SECURITY_TOKEN,
      },
    },
    users: [{ name: "someone", password: "not-a-real-password", domain: "somewhere" }],
  });
  await linkCommandLine(join(home, "workspace-images"));
  await writeCommand(join(home, "jq"), fileURLToPath(new URL("jq.ts", import.meta.url)));
  const { PATH, GOCACHE = join(homedir(), ".cache/go-build") } = process.env;
  const environment = {
    PATH: `${home}${delimiter}${PATH}`,
    GOCACHE,
    HOME: home,
    WORKSPACE_ENDPOINT: server.url,
    HUAWEICLOUD_SDK_REGION_WORKSPACE_CN_NORTH_4: server.url,
    PROJECT_ID,
    TOKEN,
  };
  const runHere: SampleRunner["run"] = (command, arguments_, variables) =>
    run(command, arguments_, {
      cwd: folder,
      env: { ...environment, ...variables } as NodeJS.ProcessEnv,
    });
  return {
    server,
    run: runHere,
    async compile(file) {
      const program = join(home, `${file}.exe`);
      await runHere("go", ["build", "-o", program, file]);
      return program;
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      for (const made of [home, folder]) await rm(made, { recursive: true });
    },
  };
}
