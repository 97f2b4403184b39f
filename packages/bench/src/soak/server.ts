// The mock server in a process of its own, with faults of every kind at random. Sends its URL, and what it did when asked.
import { type RecordedRequest, sampleImages } from "@workspace-images/mock";
import { startMockServer } from "@workspace-images/mock-server";
import { faults } from "./faults.ts";

/** Share of the requests that a fault affects. */
const SHARE = 0.01;

const { url, mock } = await startMockServer({ images: sampleImages });
const kinds = Object.keys(faults);
const injected = Object.fromEntries(kinds.map((kind) => [kind, 0]));
let drawn: { readonly request: RecordedRequest; readonly kind: string | undefined } | undefined;

/** Draws the fault of a request, or none, once. */
function draw(request: RecordedRequest): string | undefined {
  if (drawn?.request !== request) {
    const isFaulty = Math.random() < SHARE;
    drawn = { request, kind: isFaulty ? kinds[Math.floor(Math.random() * kinds.length)] : undefined };
  }
  return drawn.kind;
}

for (const kind of kinds) {
  mock.inject({
    ...faults[kind],
    times: Number.MAX_SAFE_INTEGER,
    match(request) {
      if (draw(request) !== kind) return false;
      injected[kind] = (injected[kind] ?? 0) + 1;
      return true;
    },
  });
}
process.on("message", () => process.send?.(injected));
process.send?.(url);
