import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { setTimeout } from "node:timers/promises";

/** A server in a child process. */
export interface SpawnedServer {
  readonly url: string;
  readonly pid: number | undefined;
}

/** Starts a server in a child process and waits until it responds; the child is killed when this process exits. */
export async function spawnServer(
  program: string,
  createArguments: (port: string) => readonly string[],
  path = "",
): Promise<SpawnedServer> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(program, createArguments(String(port)), { stdio: "ignore" });
  process.once("exit", () => child.kill());
  while (child.exitCode === null) {
    const response = await fetch(url + path).catch(() => undefined);
    if (response) return { url, pid: child.pid };
    await setTimeout(2);
  }
  throw new Error(`${program} exited with code ${child.exitCode}`);
}

/** Returns a port that is free now, because these programs cannot choose one themselves. */
async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
