import { execFile } from "node:child_process";
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createImages } from "@workspace-images/mock";
import { type MockServer, startMockServer } from "@workspace-images/mock-server";
import { SAMPLES } from "../src/described-samples.ts";

const run = promisify(execFile);

/** The only good token. */
export const TOKEN = "not-a-real-token";
/** The only project with images. */
export const PROJECT_ID = "29dfe82ada564ac2b927e1ff036d9a9b";
/** An access key, as the variables that hold it. */
export const ACCESS_KEY = {
  HUAWEICLOUD_SDK_AK: "EXAMPLEACCESSKEY",
  HUAWEICLOUD_SDK_SK: "not-a-real-secret-key",
};
/** A temporary access key, as the variables that hold it. */
export const TEMPORARY_KEY = {
  HUAWEICLOUD_SDK_AK: "TEMPORARYACCESSKEY",
  HUAWEICLOUD_SDK_SK: "not-a-real-secret-key",
  SECURITY_TOKEN: "not-a-real-security-token",
};
/** What the service has: enough for several pages of each filter. */
export const images = createImages(460, 1);

/** Runs samples against a mock server of their own. */
export interface SampleRunner extends AsyncDisposable {
  readonly server: MockServer;
  /** Runs a command in the folder of the samples, and rejects when its exit status is not 0. */
  run(
    command: string,
    arguments_: readonly string[],
    variables?: NodeJS.ProcessEnv,
  ): Promise<{ readonly stdout: string; readonly stderr: string }>;
}

/** Tells whether this machine has a command. */
export function has(command: string): Promise<boolean> {
  return run("sh", ["-c", 'command -v "$0"', command]).then(
    () => true,
    () => false,
  );
}

/** Starts a mock server that knows one token, one access key and one user, and has `images`. */
export async function startSampleRunner(): Promise<SampleRunner> {
  const home = await mkdtemp(`${tmpdir()}/samples-`);
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
  await writeFile(`${home}/workspace-images`, await commandLine());
  await chmod(`${home}/workspace-images`, 0o755);
  const { PATH, GOCACHE, HOME } = process.env;
  const environment = {
    PATH: `${home}:${PATH}`,
    GOCACHE: GOCACHE ?? `${HOME}/.cache/go-build`,
    HOME: home,
    WORKSPACE_ENDPOINT: server.url,
    HUAWEICLOUD_SDK_REGION_WORKSPACE_CN_NORTH_4: server.url,
    PROJECT_ID,
    TOKEN,
  };
  return {
    server,
    run: (command, arguments_, variables) =>
      run(command, arguments_, {
        cwd: folder,
        env: { ...environment, ...variables } as NodeJS.ProcessEnv,
      }),
    async [Symbol.asyncDispose]() {
      await server.close();
      for (const made of [home, folder]) await rm(made, { recursive: true });
    },
  };
}

/** A script for the command that an installation of the command line would link. */
async function commandLine(): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve("@workspace-images/cli/package.json");
  const { bin } = JSON.parse(await readFile(manifest, "utf8"));
  const file = new URL(bin["workspace-images"], `file://${manifest}`);
  return `#!/bin/sh\nexec "${process.execPath}" "${fileURLToPath(file)}" "$@"\n`;
}
