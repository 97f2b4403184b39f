import { readdirSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sampleImages } from "@workspace-images/mock";
import { startCredentialSources, startMockServer } from "@workspace-images/mock-server";
import { expect, test } from "vitest";
import { samples } from "./described-samples.ts";
import { ACCESS_KEY, openSampleRunner } from "./sample-runner.ts";

const runner = openSampleRunner();

const executed = new Set<string>();
function run(file: string, variables?: NodeJS.ProcessEnv) {
  executed.add(file);
  return runner.run(process.execPath, file === "mocked.ts" ? ["--test", file] : [file], variables);
}

function runShell(file: string, variables?: NodeJS.ProcessEnv) {
  executed.add(file);
  return runner.run("sh", [file], { MOCK_URL: runner.server.url, ...variables });
}

test("a password, an access key and a configuration list the images of the project that the client looks up", async () => {
  const user = {
    HW_USER_NAME: "someone",
    HW_USER_PASSWORD: "not-a-real-password",
    HW_DOMAIN_NAME: "somewhere",
  };
  expect((await run("password.ts", user)).stdout).toBe("10\n");
  expect((await run("access-key.ts", ACCESS_KEY)).stdout).toBe("10\n");
  const { stdout } = await run("configuration.ts", { ...ACCESS_KEY, HW_REGION_NAME: "cn-north-4" });
  expect(stdout).toContain(" 10\n");
});

test("a program on a server and in a pod gets its key there, and lists images", async () => {
  await using sources = await startCredentialSources(runner.server.mock, { podToken: "not-a-real-token" });
  const server = { METADATA_ENDPOINT: sources.metadataUrl };
  expect((await run("on-a-server.ts", server)).stdout).toBe("10\n");
  const tokenFile = join(tmpdir(), `pod-token-${process.pid}`);
  await writeFile(tokenFile, "not-a-real-token\n");
  const pod = {
    HC_CONTAINER_CREDENTIALS_FULL_URI: sources.podIdentityUri,
    HC_CONTAINER_AUTHORIZATION_TOKEN_FILE: tokenFile,
  };
  try {
    expect((await run("in-a-pod.ts", pod)).stdout).toBe("10\n");
  } finally {
    await rm(tokenFile);
  }
});

test("a shell in a pod of the mock gets its key there", async () => {
  await using sources = await startCredentialSources(runner.server.mock);
  const { stdout } = await runShell("as-in-a-pod.sh", { POD_IDENTITY_URI: sources.podIdentityUri });
  expect(stdout).toMatch(/credentials +accepted \(HC_CONTAINER_CREDENTIALS_FULL_URI/);
});

test("the busy service responds to the third attempt", async () => {
  await using server = await startMockServer({ control: true, projectId: "p" });
  const { stdout } = await runShell("busy.sh", { MOCK_URL: server.url });
  expect(server.mock.requests).toHaveLength(3);
  expect(stdout.trim().split("\n")).toHaveLength(2);
});

test.each(["github-actions.ts", "github-actions-token.sh"])(
  "%s exchanges the ID token of a job for a key, and lists images",
  async (file) => {
    const asked: unknown[] = [];
    const github = createServer(({ url, headers }, response) => {
      asked.push(url, headers.authorization);
      response.end(JSON.stringify({ value: "not-a-real-id-token" }));
    }).listen(0, "127.0.0.1");
    const { port } = await new Promise<AddressInfo>((resolve) =>
      github.on("listening", () => resolve(github.address() as AddressInfo)),
    );
    const job = {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api-version=2`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "not-a-real-request-token",
      HUAWEICLOUD_OIDC_PROVIDER_URN: "iam::account:oidcProvider:github",
      HUAWEICLOUD_OIDC_AGENCY_URN: "iam::account:agency:images",
      HUAWEICLOUD_SDK_STS_ENDPOINT: runner.server.url,
    };
    try {
      if (file.endsWith(".ts")) expect((await run(file, job)).stdout).toBe("10\n");
      else expect((await runShell(file, job)).stderr).toContain("Showing 10 images (--max 10).");
    } finally {
      github.close();
    }
    expect(asked).toEqual([
      "/token?api-version=2&audience=workspace-images",
      "Bearer not-a-real-request-token",
    ]);
    executed.add("github-actions.yaml"); // The workflow of the same sample.
  },
);

test("the paging sample finds an image and reads pages of ten in order", async () => {
  runner.server.mock.images = sampleImages;
  const { stdout } = await run("pages.ts");
  expect(stdout).toMatch(/^found \S+\npage 10\npage 10\npage 1\n$/);
});

test("the sample of known values prints an image of each operating system type", async () => {
  const { stdout } = await run("known-values.ts");
  expect(stdout).toMatch(/^Linux \S.*\nWindows \S.*\nOther \S.*\n$/);
});

test("the errors sample prints the number of images, or the failure without the token", async () => {
  expect((await run("errors.ts")).stdout).toBe("100\n");
  const failed = run("errors.ts", { TOKEN: "wrong-secret-token" });
  await expect(failed).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^401 APIGW\.\d+ /),
  });
  await expect(failed).rejects.not.toMatchObject({ stderr: expect.stringContaining("wrong-secret-token") });
});

test("the proxy sample lists images without the proxy where NO_PROXY says so, and is rejected otherwise", async () => {
  const proxied = { HTTP_PROXY: "http://127.0.0.1:9" };
  expect((await run("proxy.ts", { ...proxied, NO_PROXY: "localhost,127.0.0.1" })).stdout).toBe("10\n");
  await expect(run("proxy.ts", proxied)).rejects.toMatchObject({
    stderr: expect.stringContaining("Add 127.0.0.1 to NO_PROXY"),
  });
});

test("the variables for a company proxy leave a mock server on this machine alone", async () => {
  executed.add("company-proxy.sh");
  const program = '. ./company-proxy.sh; HTTP_PROXY=$HTTPS_PROXY exec "$0" errors.ts';
  const { stdout } = await runner.run("sh", ["-c", program, process.execPath]);
  expect(stdout).toBe("100\n");
});

test("the backend sample responds with the images, or with the kind of the failure", async () => {
  executed.add("backend.ts");
  const program = `import { GET } from "./backend.ts"; console.log(await (await GET()).text());`;
  const runBackend = (variables?: NodeJS.ProcessEnv) =>
    runner.run(process.execPath, ["--input-type=module", "--eval", program], variables);
  const images = JSON.parse((await runBackend()).stdout);
  expect(images[0]).toEqual({
    id: expect.any(String),
    name: expect.any(String),
    os_type: expect.any(String),
  });
  expect((await runBackend({ TOKEN: "wrong-token" })).stdout).toBe('{"code":"API_ERROR"}\n');
});

test("the sample of credential sources gets its key from them", async () => {
  expect((await run("credential-sources.ts")).stdout).toBe("10\n");
});

const programs = { ts: process.execPath, sh: "sh", py: "python3" };
test.each(Object.entries(programs))("prefer.%s gets the example of a status", async (extension, command) => {
  const variables = { MOCK_URL: runner.server.url };
  const { stdout, stderr } = await runner.run(command, [`prefer/prefer.${extension}`], variables);
  expect(stdout + stderr).toMatch(/503/);
  expect(stdout).toMatch(/"error_code":\s*"\S+"/);
});

test("the mocked test passes", async () => {
  const { stdout } = await run("mocked.ts");
  expect(stdout).toMatch(/pass 1\n/);
});

test("every other sample in the folder was run", () => {
  const ofOperation = new Set<string>(samples.map(({ file }) => file));
  const files = readdirSync(new URL("../samples/", import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  expect(files.filter((file) => !ofOperation.has(file) && !executed.has(file))).toEqual([]);
});
