import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createImages, sampleImages } from "@workspace-images/mock";
import { type MockServer, startMockServer } from "@workspace-images/mock-server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

const run = promisify(execFile);
const samples = fileURLToPath(new URL("../samples/", import.meta.url));
const TOKEN = "not-a-real-token";
const PROJECT_ID = "29dfe82ada564ac2b927e1ff036d9a9b";
const many = createImages(460, 1);
const expected = many
  .filter(({ os_type, image_type }) => os_type === "Windows" && image_type === "gold")
  .map(({ id }) => id)
  .sort();

let server: MockServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(`${tmpdir()}/samples-`);
  server = await startMockServer({
    images: many,
    token: TOKEN,
    projectId: PROJECT_ID,
    region: "cn-north-4",
    accessKeys: { EXAMPLEACCESSKEY: "not-a-real-secret-key" },
    users: [{ name: "someone", password: "not-a-real-password", domain: "somewhere" }],
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => server.mock.reset());

async function execute(command: string, arguments_: readonly string[], more: NodeJS.ProcessEnv = {}) {
  const { PATH, GOCACHE, HOME: home } = process.env;
  const env = {
    PATH,
    GOCACHE: GOCACHE ?? `${home}/.cache/go-build`,
    HOME: folder,
    WORKSPACE_ENDPOINT: server.url,
  };
  return run(command, arguments_, {
    cwd: samples,
    env: { ...env, PROJECT_ID, TOKEN, ...more } as NodeJS.ProcessEnv,
  });
}

async function has(command: string): Promise<boolean> {
  return run(command, [command === "go" ? "version" : "--version"]).then(
    () => true,
    () => false,
  );
}

const idsIn = (output: string) => [...output.matchAll(/^\S+/gm)].map(([id]) => id).sort();

test("there are more expected images than fit on a page", () => {
  expect(expected.length).toBeGreaterThan(100);
});

test("the TypeScript sample lists all public Windows images", async () => {
  const { stdout } = await execute(process.execPath, ["list-images.ts"]);
  expect(idsIn(stdout)).toEqual(expected);
});

const languages = [
  { language: "Python", command: "python3", arguments: ["list_images.py"] },
  { language: "Go", command: "go", arguments: ["run", "list-images.go"] },
];
for (const { language, command, arguments: arguments_ } of languages) {
  if (await has(command)) {
    test(`the ${language} sample lists all public Windows images`, async () => {
      expect(idsIn((await execute(command, arguments_)).stdout)).toEqual(expected);
    });
  } else {
    test(`the ${language} sample is NOT EXECUTED, because this machine has no ${command}`, () => {});
  }
}

if (await has("curl")) {
  test("the curl sample gives the first page of public Windows images", async () => {
    const { images } = JSON.parse((await execute("sh", ["list-images.sh"])).stdout);
    expect(images).toHaveLength(100);
    expect(expected).toEqual(expect.arrayContaining(images.map(({ id }: { id: string }) => id)));
  });
} else {
  test("the curl sample is NOT EXECUTED, because this machine has no curl", () => {});
}

describe("samples of the guides", () => {
  test("a password, an access key and a configuration list images of the project that is looked up", async () => {
    const user = {
      HW_USER_NAME: "someone",
      HW_USER_PASSWORD: "not-a-real-password",
      HW_DOMAIN_NAME: "somewhere",
    };
    const key = { HUAWEICLOUD_SDK_AK: "EXAMPLEACCESSKEY", HUAWEICLOUD_SDK_SK: "not-a-real-secret-key" };
    expect((await execute(process.execPath, ["password.ts"], user)).stdout).toBe("10\n");
    expect((await execute(process.execPath, ["access-key.ts"], key)).stdout).toBe("10\n");
    const HUAWEICLOUD_SDK_REGION_WORKSPACE_CN_NORTH_4 = server.url;
    const found = { ...key, HW_REGION_NAME: "cn-north-4", HUAWEICLOUD_SDK_REGION_WORKSPACE_CN_NORTH_4 };
    expect((await execute(process.execPath, ["configuration.ts"], found)).stdout).toContain(" 10\n");
  });

  test("the sample of paging finds an image and reads pages of ten in order", async () => {
    server.mock.images = sampleImages;
    const { stdout } = await execute(process.execPath, ["pages.ts"]);
    expect(stdout).toMatch(/^found \S+\npage 10\npage 10\npage 1\n$/);
  });

  test("the sample of errors prints the number of images, or what failed without the token", async () => {
    expect((await execute(process.execPath, ["errors.ts"])).stdout).toBe("100\n");
    const failed = execute(process.execPath, ["errors.ts"], { TOKEN: "wrong-secret-token" });
    await expect(failed).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^401 APIGW\.\d+ /),
    });
    await expect(failed).rejects.not.toMatchObject({ stderr: expect.stringContaining("wrong-secret-token") });
  });

  test("the sample of a mocked test passes", async () => {
    const { stdout } = await execute(process.execPath, ["--test", "mocked.ts"]);
    expect(stdout).toMatch(/pass 1\n/);
  });
});
