import { once } from "node:events";
import { connect } from "node:net";

/** A response, read from the bytes that arrived. */
export interface RawResponse {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  /** As they were spelled. */
  readonly headerNames: readonly string[];
  readonly body: string;
}

/** Sends text exactly as it is, one byte a character, and reads until the server closes the connection. */
export async function sendRaw(url: string, text: string): Promise<RawResponse> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).setEncoding("utf8");
  let received = "";
  socket.on("data", (chunk) => {
    received += chunk;
  });
  socket.on("error", () => {}); // What has arrived counts.
  socket.write(text, "latin1");
  await once(socket, "close");
  const [head = "", ...body] = received.split("\r\n\r\n");
  const [statusLine = "", ...lines] = head.split("\r\n");
  const headers = lines.map((line): [string, string] => {
    const [name = "", ...value] = line.split(": ");
    return [name.toLowerCase(), value.join(": ")];
  });
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(statusLine)?.[1]),
    headers: new Map(headers),
    headerNames: lines.map((line) => line.split(":")[0] ?? ""),
    body: body.join("\r\n\r\n"),
  };
}
