import { type Fault, type Mock, type MockImage, MockUsageError } from "@workspace-images/mock";
import { HttpError } from "../http/http-error.ts";

/** Does what an operation says; returns the body of the response, if there is one. */
export type Action = (mock: Mock, body: unknown) => unknown;

const health: Action = () => ({ status: "ok" });

/** The operations by path and method. Their bodies have been validated against the description. */
export const actions: Readonly<Record<string, Readonly<Record<string, Action>>>> = {
  "/_mock/health": { GET: health, HEAD: health },
  "/_mock/faults": {
    POST: (mock, fault) => injectFault(mock, fault as Fault),
    DELETE: (mock) => mock.clearFaults(),
  },
  "/_mock/requests": {
    GET: ({ requests }) => ({ requests }),
    DELETE: (mock) => mock.clearRequests(),
  },
  "/_mock/images": { PUT: (mock, body) => replaceImages(mock, (body as { images: MockImage[] }).images) },
  "/_mock/clock": {
    PUT: (mock, body) => moveClock(mock, (body as { offsetSeconds: number }).offsetSeconds),
  },
  "/_mock/reset": { POST: (mock) => mock.reset() },
};

function injectFault(mock: Mock, fault: Fault): void {
  if ("change" in fault) {
    throw new HttpError(400, 'The fault "change" is a function, for TypeScript only. Use PUT /_mock/images.');
  }
  rejectMisuse(() => mock.inject(fault));
}

function replaceImages(mock: Mock, images: readonly MockImage[]): void {
  rejectMisuse(() => {
    mock.images = images;
  });
}

function moveClock(mock: Mock, offsetSeconds: number): void {
  mock.clockOffset = offsetSeconds * 1000;
}

function rejectMisuse(act: () => void): void {
  try {
    act();
  } catch (error) {
    throw error instanceof MockUsageError ? new HttpError(400, error.message) : error;
  }
}
