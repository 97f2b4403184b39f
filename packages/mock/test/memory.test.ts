import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { createMock, type Mock } from "../src/index.ts";
import { createTemporaryKeys } from "../src/service/temporary-keys.ts";
import { createTokens } from "../src/service/tokens.ts";
import { createUsers } from "../src/service/users.ts";

const now = () => Date.UTC(2026, 0, 2);

function signIn(mock: Mock, name: string) {
  const user = { name, password: "not-a-real-password", domain: { name: "acme" } };
  const identity = { methods: ["password"], password: { user } };
  const body = JSON.stringify({ auth: { identity, scope: { project: { name: "cn-north-4" } } } });
  return mock.fetch(`${mock.url}/v3/auth/tokens`, { method: "POST", body });
}

/** Bytes of the heap that `work` leaves behind. */
async function growth(work: () => unknown): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collectGarbage: () => void = runInNewContext("gc");
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  await work();
  collectGarbage();
  return process.memoryUsage().heapUsed - before;
}

test("forgets the oldest requests beyond 16 MB of recorded text", async () => {
  const mock = createMock();
  for (let count = 0; count < 300; count += 1) await signIn(mock, `${count} ${"x".repeat(100_000)}`);
  const { length } = JSON.stringify(mock.requests);
  expect(length).toBeGreaterThan(15_000_000);
  expect(length).toBeLessThan(16_500_000);
  expect(JSON.stringify(mock.requests.at(-1))).toContain("299 x");
});

test("records the latest request, whatever its size", async () => {
  const mock = createMock();
  for (const name of ["first", "second"]) await signIn(mock, name + "x".repeat(17_000_000));
  expect(mock.requests).toHaveLength(1);
  expect(JSON.stringify(mock.requests[0])).toContain("second");
});

test("keeps nothing of the tokens that it issues", async () => {
  const tokens = createTokens(() => true);
  const bytes = await growth(() => {
    for (let count = 0; count < 100_000; count += 1) tokens.issue(now() + 1);
  });
  expect(bytes).toBeLessThan(1_000_000);
});

test("keeps at most 10 000 of the keys that it issues", async () => {
  const keys = createTemporaryKeys(undefined);
  const bytes = await growth(() => {
    for (let count = 0; count < 50_000; count += 1) keys.issue(60, now());
  });
  expect(bytes).toBeLessThan(10_000_000);
  const { accessKey } = keys.issue(60, now());
  expect(keys.find(accessKey)?.accessKey).toBe(accessKey);
});

test("keeps nothing of sign-ins by unknown users", async () => {
  const ann = { name: "ann", password: "not-a-real-password", domain: { name: "acme" } };
  const signIn = createUsers([{ name: "ann", password: "not-a-real-password", domain: "acme" }]);
  const bytes = await growth(() => {
    for (let count = 0; count < 1000; count += 1) {
      const name = Buffer.alloc(10_000, `${count} `).toString(); // Unlike `repeat`, it shares no memory.
      signIn({ ...ann, name }, undefined, now());
    }
  });
  expect(bytes).toBeLessThan(1_000_000);
  expect(signIn(ann, undefined, now())).toBe("ann");
});
