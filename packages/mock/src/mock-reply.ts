/** What the mock answers, in plain values. */
export interface MockReply {
  /** HTTP status. */
  status: number;
  /** As the service spells their names, `X-Request-Id` and `X-Mock-Fault` among them. */
  headers: Record<string, string>;
  /** `null` where the status allows no body, a stream where a fault breaks the body off. */
  body: string | ReadableStream<Uint8Array> | null;
}
