import type { Body } from "./body.ts";
import type { ApiError } from "./errors.ts";

/** A response whose body has been read, decoded, parsed and checked; its first `json()` costs nothing. */
export class Answer extends Response {
  readonly #text: string;
  #data: unknown;

  constructor(status: number, headers: Headers, { text, size }: Body, data?: unknown) {
    // The text of the status is left out: what is received may be none that a new response can have.
    super(null, { status, headers });
    this.#text = text;
    this.#data = data;
    // The body is decoded now; openapi-fetch uses json() only when a length is given.
    this.headers.delete("Content-Encoding");
    this.headers.set("Content-Length", String(size));
  }
  #copy(): Response {
    return new Response(this.#text, { headers: this.headers });
  }
  override get body(): Response["body"] {
    return this.#copy().body;
  }
  override async json(): Promise<unknown> {
    // Whoever reads it again must not share an object that the first reader may have changed.
    const data = this.#data ?? JSON.parse(this.#text);
    this.#data = undefined;
    return data;
  }
  override async text(): Promise<string> {
    return this.#text;
  }
  override arrayBuffer(): Promise<ArrayBuffer> {
    return this.#copy().arrayBuffer();
  }
  override bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#copy().bytes();
  }
  override blob(): Promise<Blob> {
    return this.#copy().blob();
  }
  override clone(): Response {
    const size = Number(this.headers.get("Content-Length"));
    return new Answer(this.status, this.headers, { text: this.#text, size });
  }
}

/** The answers behind errors; beside them, so that inspecting an error does not show them. */
export const answers = new WeakMap<ApiError, Answer>();
