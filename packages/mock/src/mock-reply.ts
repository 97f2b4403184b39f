/** What the mock answers, in plain values. */
export interface MockReply {
  status: number;
  headers: Record<string, string>;
  /** `null` where the status allows no body, a stream where a fault breaks the body off. */
  body: string | ReadableStream<Uint8Array> | null;
}
