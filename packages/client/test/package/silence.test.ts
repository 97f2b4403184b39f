import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const entry = new URL("../../src/index.ts", import.meta.url);

/** Calls servers of its own in all kinds of ways, and prints every address that the process connects to. */
const script = `
  import { createServer } from "node:http";
  import { Socket } from "node:net";
  import { accessKeyAuth, createImagesClient, passwordAuth, tokenAuth } from ${JSON.stringify(entry.href)};

  const reached = new Set();
  const { connect } = Socket.prototype;
  Socket.prototype.connect = function (...args) {
    const { host, port, path } = args.flat()[0];
    reached.add(path ?? host + ":" + port);
    return connect.apply(this, args);
  };

  async function start(respond) {
    const server = createServer(respond).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.on("listening", resolve));
    return "127.0.0.1:" + server.address().port;
  }
  const json = (response, status, body, headers = {}) =>
    response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));
  const lose = (response) => response.destroy();
  const reject = (response) => json(response, 401, { error_code: "APIGW.0301", error_msg: "no" });
  const fail = (response) => response.writeHead(502).end("<html>");
  let faults;
  const workspace = await start((request, response) =>
    (faults.shift() ?? ((rest) => json(rest, 200, { images: [] })))(response),
  );
  const iam = await start((request, response) => {
    if (request.url.startsWith("/v3/projects"))
      return json(response, 200, { projects: [{ id: "p", name: "cn-north-4" }] });
    const token = { issued_at: "2026-01-01T00:00:00Z", expires_at: "2026-01-02T00:00:00Z" };
    return json(response, 201, { token }, { "X-Subject-Token": "not-real" });
  });
  const other = await start((request, response) => response.end());

  for (const auth of [
    tokenAuth("not-a-real-token"),
    accessKeyAuth({ accessKey: "AK", secretKey: "not-real" }),
    passwordAuth({ user: "u", password: "not-real", account: "a" }),
  ]) {
    faults = [lose, reject, fail, fail, fail, lose, lose, lose];
    const images = createImagesClient({
      region: "cn-north-4", endpoint: "http://" + workspace, iamEndpoint: "http://" + iam, auth, retry: { baseDelay: 1 },
    });
    for (let call = 0; call < 4; call++) await images.list().catch(() => {});
  }
  const names = { [workspace]: "workspace", [iam]: "iam", [other]: "other" };
  const show = () => [...reached].map((address) => names[address] ?? address).sort().join(" ");
  const byClient = show();
  await fetch("http://" + other);
  process.stdout.write(byClient + "; with another request: " + show(), () => process.exit());
`;

// The permission model of Node.js denies every write to disk and every child process.
test("the client writes nothing to disk or console, and contacts only its endpoints", async () => {
  const flags = ["--permission", "--allow-fs-read=*", "--input-type=module", "--eval", script];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, flags, {
    cwd: fileURLToPath(new URL(".", entry)),
  });
  // The last request proves that one to any other address would be seen.
  expect(stdout).toBe("iam workspace; with another request: iam other workspace");
  expect(stderr).toBe("");
});
