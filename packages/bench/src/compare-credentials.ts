// Compares the client with the official Python SDK: both get a key from the same metadata, pod identity, STS and IAM of the
// mock, and list images. Takes the command of a Python that has the SDK. `npm run strangers:credentials` runs it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startCredentialSources, startMockServer } from "@workspace-images/mock-server";
import { type Sent, startRecorder } from "./credentials/recorder.ts";

const print = (line: string) => process.stdout.write(`${line}\n`);
const [, , python = "python3"] = process.argv;
const folder = mkdtempSync(join(tmpdir(), "credentials-"));
const tokenFile = join(folder, "token");
writeFileSync(tokenFile, "not-a-real-token\n");
const server = await startMockServer();
const sources = await startCredentialSources(server.mock);
const service = await startRecorder(server.url);
const metadata = await startRecorder(sources.metadataUrl);

const env = {
  PATH: process.env["PATH"],
  HUAWEICLOUD_OIDC_PROVIDER_URN: "iam::a:oidcProvider:idp",
  HUAWEICLOUD_OIDC_AGENCY_URN: "iam::a:agency:images",
  HUAWEICLOUD_OIDC_TOKEN_FILE: tokenFile,
  HUAWEICLOUD_SDK_STS_ENDPOINT: service.url,
  HC_CONTAINER_CREDENTIALS_FULL_URI: metadata.url + new URL(sources.podIdentityUri).pathname,
  HC_CONTAINER_AUTHORIZATION_TOKEN_FILE: tokenFile,
};

/** Runs a client of all sources; returns what it found and what it sent. */
async function use(command: string, file: string) {
  const path = fileURLToPath(new URL(`credentials/${file}`, import.meta.url));
  const child = spawn(command, [path, service.url, metadata.url], { env, stdio: ["ignore", "pipe", "pipe"] });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].on("data", (text) => {
      output[name] += text;
    });
  }
  const [status] = await once(child, "close");
  assert.equal(status, 0, output.stderr);
  const found = output.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return { found, sent: [...metadata.take(), ...service.take()] };
}

/** Differences, with the reason. */
const DIFFERENCES = [
  "Content-Type: the SDK adds charset=UTF-8 for IAM; JSON is always UTF-8",
  "User-Agent, Accept, Accept-Encoding, Connection and the like: each HTTP library sets its own",
];

try {
  const official = await use(python, "official.py");
  const ours = await use(process.execPath, "ours.ts");
  assert.deepEqual(ours.found, official.found);
  for (const { source, access, images } of ours.found) {
    print(`${source}: the same key (${access.slice(0, 6)}…), the same ${images.length} images`);
  }
  const plain = (sent: readonly Sent[]) =>
    sent
      .filter(({ call }) => !call.startsWith("GET /v2/"))
      .map(({ call, headers, body }) => ({
        call,
        headers: {
          ...headers,
          "content-type": String(headers["content-type"] ?? "").replace(/;\s*charset=utf-8/i, ""),
        },
        body,
      }));
  assert.deepEqual(plain(ours.sent), plain(official.sent));
  print(`${plain(ours.sent).length} requests for keys: the same calls, headers and bodies.`);
  for (const line of DIFFERENCES) print(`Not compared: ${line}`);
} finally {
  for (const one of [service, metadata, sources, server]) await one.close();
  rmSync(folder, { recursive: true });
}
