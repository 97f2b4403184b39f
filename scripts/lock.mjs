// Lets one job at a time work in a clone, because two installations or builds at once spoil each other.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** Tells the jobs that a job starts which lock it holds, so that they do not wait for it. */
const VARIABLE = "WORKSPACE_IMAGES_LOCK";

/**
 * Waits until no other job works in the folder, and returns a function that lets the next one in. The lock is a socket:
 * the system closes it with its process, so a job that is killed leaves nothing behind.
 *
 * @param {string} job
 * @param {string} folder
 */
export async function lock(job, folder) {
  const name = `workspace-images-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
  if (process.env[VARIABLE] === name) return () => {};
  const address = addressOf(name);
  const waiting = new Set();
  const server = createServer((socket) => {
    waiting.add(socket.on("error", () => {}).unref());
    socket.write(job);
  });
  while (await isTaken(address, server)) await ownersEnd(address, job);
  server.unref();
  process.env[VARIABLE] = name;
  return () => {
    delete process.env[VARIABLE];
    server.close();
    for (const socket of waiting) socket.destroy();
  };
}

/** Only the sockets of Linux and Windows need no file. */
function addressOf(name) {
  // As long as an address can be, because Node.js 20 and 24 end a shorter one differently.
  if (process.platform === "linux") return `\0${name.padEnd(107, "-")}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.sock`);
}

/** Listens at the address, unless another process does. A system without such sockets must not stop the job. */
async function isTaken(address, server) {
  server.listen(address);
  return once(server, "listening").then(
    () => false,
    ({ code }) => code === "EADDRINUSE",
  );
}

/** Waits until the process that listens at the address closes the connection. */
async function ownersEnd(address, job) {
  const socket = connect(address);
  socket.on("data", (owner) => {
    process.stdout.write(`\`${owner}\` is running in this folder. \`${job}\` starts when it has ended.\n`);
  });
  socket.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
    // The file of a process that was killed.
    if (error.code === "ECONNREFUSED" && !address.startsWith("\0")) rmSync(address, { force: true });
  });
  await new Promise((resolve) => socket.on("close", resolve));
  await setTimeout(100);
}
