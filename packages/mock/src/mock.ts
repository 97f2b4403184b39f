import type { TemporaryKey } from "./access-keys.ts";
import { answerText } from "./answer.ts";
import { createCatalogue } from "./catalogue.ts";
import { encodeText } from "./encode-text.ts";
import type { Fault } from "./fault.ts";
import { faultAnswer } from "./fault-answer.ts";
import { takeFault, type WaitingFault } from "./fault-queue.ts";
import { checkFault } from "./fault-rules.ts";
import { halfOf } from "./lost-body.ts";
import type { MockImage } from "./mock-image.ts";
import type { MockReply } from "./mock-reply.ts";
import { checkProperties, type PropertyRules } from "./property-rules.ts";
import { receive } from "./received-request.ts";
import { type RecordedRequest, record } from "./recorded-request.ts";
import { sampleImages } from "./sample-images.ts";
import { createService, isListing } from "./service.ts";
import type { MockUser } from "./users.ts";
import { wait } from "./wait.ts";

/** What the mock knows; every option may be left out. */
export interface MockOptions {
  /** The catalogue; default `sampleImages`. */
  images?: readonly MockImage[];
  /** The only project with images; default any. */
  projectId?: string;
  /** Name of that project, which is its region; default any. */
  region?: string;
  /** The only good token besides those that the mock issues; default any, unless `users` are given. */
  token?: string;
  /** Secret keys by access key; default none. */
  accessKeys?: Readonly<Record<string, string | TemporaryKey>>;
  /** Who can get a token; default everyone. */
  users?: readonly MockUser[];
  /** The clock, in milliseconds since 1970; default `Date.now`. */
  now?: () => number;
  /** Base of `mock.url`; default `https://workspace.mock.test`. */
  url?: string;
}

/** A service of product images in memory. */
export interface Mock {
  /** Origin at which the mock answers, without a slash; give it to a client as its endpoint, for images and for IAM. */
  readonly url: string;
  /**
   * Answers like the service, whatever the origin of the URL. Rejects like `fetch`: with a `TypeError` for a lost
   * connection, with the signal's reason for an abort. A redirect is answered, never followed.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Does what `fetch` does, without making a `Response`: for servers and whatever else intercepts requests. */
  readonly answer: (request: Request) => Promise<MockReply>;
  /** The catalogue: frozen, so assign another array to change it. Throws a `MockUsageError` for an image without id. */
  get images(): readonly MockImage[];
  set images(images: readonly MockImage[]);
  /** The latest 10 000 requests, oldest first, with their credentials masked. */
  readonly requests: readonly RecordedRequest[];
  /** Makes something go wrong for the next requests. Throws a `MockUsageError` for a fault that cannot happen. */
  inject(fault: Fault): void;
  /** Goes back to the start: the first catalogue, no requests, no faults, no issued tokens, nobody locked. */
  reset(): void;
}

const optionRules: PropertyRules<MockOptions> = {
  images: "object",
  projectId: "string",
  region: "string",
  token: "string",
  accessKeys: "object",
  users: "object",
  now: "function",
  url: "string",
};
const maxRequests = 10_000;

/** Creates a mock. Throws a `MockUsageError` for an unknown or impossible option. */
export function createMock(options: MockOptions = {}): Mock {
  checkProperties("option", options, optionRules);
  const { url = "https://workspace.mock.test", images = sampleImages, now = Date.now } = options;
  const first = createCatalogue(images);
  const start = () => ({ catalogue: first, service: createService(options), faults: [] as WaitingFault[] });
  const requests: RecordedRequest[] = [];
  let state = start();

  async function answer(request: Request, input: unknown = request): Promise<MockReply> {
    // A request that is on its way during a reset has no effect on what comes after.
    const current = state;
    const { signal } = request;
    const pause = (milliseconds?: number) => wait(signal, [request, input], milliseconds);
    signal.throwIfAborted();
    const received = await receive(request);
    const recorded = record(received);
    if (requests.push(recorded) > maxRequests) requests.shift();

    const fault = takeFault(current.faults, recorded, isListing(received)) ?? {};
    if (fault.delay) await pause(fault.delay);
    if (fault.reset) throw new TypeError("fetch failed");
    const said = faultAnswer(fault) ?? (await current.service(received, { ...fault, ...current }));
    signal.throwIfAborted();
    if (fault.change) current.catalogue = createCatalogue(fault.change(current.catalogue.images));

    const text = answerText(said, received.id);
    let body: MockReply["body"] = text;
    // These statuses have no body.
    if ([204, 205, 304].includes(said.status)) body = null;
    else if (fault.stall) body = halfOf(text, pause);
    else if (fault.truncate) body = halfOf(text, () => Promise.reject(new TypeError("terminated")));
    const effects = Object.keys(fault).join(" ");
    const headers = {
      "Content-Type": "application/json",
      // Tells a body that breaks off from one that is done; MSW 3 does not without it.
      ...(body !== null && { "Content-Length": `${encodeText(text).length}` }),
      Date: new Date(now()).toUTCString(),
      "X-Request-Id": received.id,
      ...(effects && { "X-Mock-Fault": effects }),
      ...(fault.retryAfter !== undefined && { "Retry-After": `${fault.retryAfter}` }),
      ...said.headers,
    };
    return { ...said, headers, body };
  }

  return {
    url: url.replace(/\/$/, ""),
    async fetch(input, init) {
      const reply = await answer(new Request(input, init), input);
      return new Response(reply.body, reply);
    },
    answer,
    get images() {
      return state.catalogue.images;
    },
    set images(images) {
      state.catalogue = createCatalogue(images);
    },
    requests,
    inject(fault) {
      checkFault(fault);
      state.faults.push({ fault, left: fault.times ?? 1 });
    },
    reset() {
      state = start();
      requests.length = 0;
    },
  };
}
