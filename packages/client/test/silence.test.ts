import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const entry = new URL("../src/index.ts", import.meta.url);

// Node's permission model refuses every write and every child process.
test("whatever happens, nothing is written to disk or console, and no host is asked but the given ones", async () => {
  const script = `
    const { accessKeyAuth, createImagesClient, passwordAuth, tokenAuth } = await import(${JSON.stringify(entry.href)});
    const hosts = new Set();
    const ask = async (auth, ...answers) => {
      const images = createImagesClient({
        region: "cn-north-4", auth, retry: { baseDelay: 1 },
        fetch: async (request) => {
          hosts.add(new URL(request.url).host);
          if (request.url.includes("/v3/projects")) return Response.json({ projects: [{ id: "p", name: "cn-north-4" }] });
          if (request.url.includes("/v3/auth")) {
            const token = { issued_at: "2026-01-01T00:00:00Z", expires_at: "2026-01-02T00:00:00Z" };
            return Response.json({ token }, { status: 201, headers: { "X-Subject-Token": "not-real" } });
          }
          const answer = answers.shift() ?? (() => Response.json({ images: [] }));
          return answer();
        },
      });
      for (let call = 0; call < 4; call++) await images.list().catch(() => {});
    };
    const lost = () => { throw new TypeError("fetch failed"); };
    const refused = () => Response.json({ error_code: "APIGW.0301", error_msg: "no" }, { status: 401 });
    const failed = () => new Response("<html>", { status: 502 });
    for (const auth of [
      tokenAuth("not-a-real-token"),
      accessKeyAuth({ accessKey: "AK", secretKey: "not-real" }),
      passwordAuth({ user: "u", password: "not-real", account: "a" }),
    ]) await ask(auth, lost, refused, failed, failed, failed, lost, lost, lost);
    process.stdout.write([...hosts].sort().join(" "));
  `;
  const flags = ["--permission", "--allow-fs-read=*", "--input-type=module", "--eval", script];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, flags, {
    cwd: fileURLToPath(new URL(".", entry)),
  });
  expect(stdout).toBe("iam.myhuaweicloud.com workspace.cn-north-4.myhuaweicloud.com");
  expect(stderr).toBe("");
});
