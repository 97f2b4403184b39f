import type { Body } from "./body.ts";
import type { ApiError } from "./errors.ts";

/** The answers behind errors; beside them, so that inspecting an error does not show them. */
export const answers = new WeakMap<ApiError, Response>();

function defineAnswer() {
  /** A response whose body has been read, decoded, parsed and checked; its first `json()` costs nothing. */
  return class Answer extends Response {
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
      return new Response(this.#text, { status: this.status, headers: this.headers });
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
      return this.#copy();
    }
  };
}

// Defined with the first answer: naming Response makes Node.js load its whole fetch, which takes longer than all else
// that importing this package does.
let Answer: ReturnType<typeof defineAnswer> | undefined;

/** Makes a response of a body that has been read, for openapi-fetch, middleware and callers to read again. */
export function createAnswer(status: number, headers: Headers, body: Body, data?: unknown): Response {
  Answer ??= defineAnswer();
  return new Answer(status, headers, body, data);
}
