import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { samples } from "./described-samples.ts";
import { ACCESS_KEY, has, images, openSampleRunner, TOKEN } from "./sample-runner.ts";

/** One way to run a sample. */
interface Execution {
  readonly file: (typeof samples)[number]["file"];
  readonly command: readonly [string, ...string[]];
  readonly needs?: readonly string[];
  readonly reads: "all pages" | "the first page";
  readonly right?: NodeJS.ProcessEnv;
  readonly wrong: NodeJS.ProcessEnv;
}

const SECRET = "a-wrong-secret";
const token = { reads: "all pages", wrong: { TOKEN: SECRET } } as const;
const key = { right: ACCESS_KEY, wrong: { ...ACCESS_KEY, HUAWEICLOUD_SDK_SK: SECRET } } as const;
const signed = { ...key, reads: "the first page", needs: ["curl", "openssl"] } as const;
const executions: readonly Execution[] = [
  { file: "list-images.ts", command: [process.execPath], ...token },
  { file: "list-images-command.sh", command: ["sh"], reads: "all pages", ...key },
  {
    file: "list-images-command.sh",
    command: ["sh"],
    reads: "all pages",
    right: { HW_AUTH_TOKEN: TOKEN },
    wrong: { HW_AUTH_TOKEN: SECRET },
  },
  { file: "list-images.sh", command: ["sh"], needs: ["curl"], ...token, reads: "the first page" },
  { file: "list-images-signed.sh", command: ["sh"], ...signed },
  { file: "list-images-signed.sh", command: ["bash"], ...signed },
  { file: "list-images.js", command: [process.execPath], ...token },
  { file: "list_images.py", command: ["python3"], ...token },
  { file: "list-images.go", command: ["go"], ...token },
];

const expected = images.filter(({ os_type, image_type }) => os_type === "Windows" && image_type === "gold");
const ids = (listed: readonly { readonly id: string }[]) => listed.map(({ id }) => id).sort();

const runner = openSampleRunner();
let elsewhere: Server;
let received: string[];
beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    received.push(JSON.stringify(request.headers));
    response.setHeader("Content-Type", "application/json").end('{"images":[],"total_count":0}');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
});
afterAll(() => void elsewhere.close());
beforeEach(() => {
  received = [];
});

test("runs each sample of the operation", () => {
  const files = new Set<string>(executions.map(({ file }) => file));
  expect(samples.map(({ file }) => file).filter((file) => !files.has(file))).toEqual([]);
});

test("expects more images than fit on a page", () => {
  expect(expected.length).toBeGreaterThan(100);
});

for (const { file, command, needs = [], reads, right, wrong } of executions) {
  const [program, ...arguments_] = [...command, file] as const;
  const title = `${file} with ${[program.split("/").at(-1), ...Object.keys(wrong)].join(", ")}`;
  const missing: string[] = [];
  for (const needed of [program, ...needs]) if (!(await has(needed))) missing.push(needed);
  if (missing.length > 0) {
    const said = `${title} is NOT EXECUTED, because this machine has no ${missing.join(", ")}`;
    test(said, () => void process.stdout.write(`${said}\n`));
    continue;
  }
  describe(title, () => {
    let line: readonly [string, readonly string[]] = [program, arguments_];
    if (program === "go") {
      beforeAll(async () => {
        line = [await runner.compile(file), []];
      });
    }

    test(`lists public Windows images of ${reads}`, async () => {
      const { stdout } = await runner.run(...line, right);
      if (reads === "all pages") {
        const printed = [...stdout.matchAll(/^([\da-f-]{36})\s(.+)$/gm)].map(([, id = "", name]) => ({
          id,
          name,
        }));
        expect(ids(printed)).toEqual(ids(expected));
        expect(printed.map(({ name }) => name).filter((name) => !name?.startsWith("WKS_WIN"))).toEqual([]);
      } else {
        const { images: printed } = JSON.parse(stdout);
        expect(printed).toHaveLength(100);
        expect(ids(expected)).toEqual(expect.arrayContaining(ids(printed)));
      }
    });

    test("fails with the error code of the service, and does not print the invalid credential", async () => {
      const failure = await runner.run(...line, wrong).catch((error) => error);
      expect(failure.code).toBeGreaterThan(0);
      expect(failure.stdout + failure.stderr).toContain("APIGW.0301");
      expect(failure.stdout + failure.stderr).not.toContain(SECRET);
    });

    test("does not follow a redirect to another host", async () => {
      const { port } = elsewhere.address() as AddressInfo;
      runner.server.mock.inject({ redirect: `http://127.0.0.1:${port}/`, times: 10 });
      await runner.run(...line, right).catch(() => {});
      expect(runner.server.mock.requests.length).toBeGreaterThan(0);
      expect(received).toEqual([]);
    });
  });
}
