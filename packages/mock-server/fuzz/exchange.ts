import { connect } from "node:net";

// A malformed request may be incomplete, so the server waits for more: this ends it, in milliseconds.
const patience = 250;
// Only ends what hangs.
const limit = 60_000;

/**
 * Sends bytes and returns the bytes that arrive until the server closes the connection. Rejects if the server does not
 * close it, or refuses it.
 */
export function exchange(url: string, bytes: string, isWhole: boolean): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true }).setEncoding("latin1");
    let received = "";
    const end = isWhole ? undefined : setTimeout(() => socket.end(), patience);
    const hang = setTimeout(() => {
      socket.destroy();
      reject(new Error("the server neither responds nor closes the connection"));
    }, limit);
    socket.on("data", (chunk) => {
      received += chunk;
    });
    socket.on("end", () => socket.end());
    socket.on("error", (error: NodeJS.ErrnoException) => {
      // The server may close the connection while the rest of a rejected request is being sent.
      if (error.code === "ECONNREFUSED") reject(error);
    });
    socket.on("close", () => {
      clearTimeout(end);
      clearTimeout(hang);
      resolve(received);
    });
    socket.write(bytes, "latin1");
  });
}
