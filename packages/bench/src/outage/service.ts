/** How the service responds while it has trouble. */
export interface Trouble {
  /** Name for tables and file names. */
  readonly name: string;
  readonly title: string;
  /**
   * Responds to a request of the listing during the trouble; undefined for a normal response.
   *
   * @param received Requests that arrived in this second, this one included.
   * @param normal Requests in a second without trouble.
   */
  respond(received: number, normal: number): Response | undefined;
}

const failure = (status: number, headers: HeadersInit = {}) =>
  Response.json(
    { error_code: `WKS.0000${status}`, error_msg: "The service has trouble." },
    { status, headers },
  );

/** Seconds of `Retry-After` while the service throttles. */
const RETRY_AFTER = 5;

export const troubles = [
  {
    name: "outage",
    title: "Outage: every response is a 503",
    respond: () => failure(503),
  },
  {
    name: "brown-out",
    title: "Brown-out: half of the responses are a 503",
    respond: () => (Math.random() < 0.5 ? failure(503) : undefined),
  },
  {
    name: "throttling",
    title: `Throttling: half of the usual load is served, the rest gets a 429 with Retry-After: ${RETRY_AFTER}`,
    respond: (received, normal) =>
      received > normal / 2 ? failure(429, { "Retry-After": String(RETRY_AFTER) }) : undefined,
  },
  {
    name: "rejected tokens",
    title: "Rejected tokens: valid tokens get a 401",
    respond: () => failure(401),
  },
] as const satisfies readonly Trouble[];

/** What arrived at the service. */
export interface Load {
  /** Requests of the listing in each second. */
  readonly requests: readonly number[];
  /** Requests for a token in each second. */
  readonly signIns: readonly number[];
}

/** Milliseconds from a request to its response. */
const LATENCY = 50;

/** Creates a service that has trouble from second `begin` to second `end`. */
export function createService(
  { respond }: Trouble,
  { begin, end, normal }: { readonly begin: number; readonly end: number; readonly normal: number },
): Load & { readonly fetch: typeof globalThis.fetch } {
  const requests: number[] = [];
  const signIns: number[] = [];
  let tokens = 0;

  function receive(url: URL, second: number): Response {
    if (url.pathname.endsWith("/auth/tokens")) {
      signIns[second] = (signIns[second] ?? 0) + 1;
      const issued = Date.now();
      const token = {
        issued_at: new Date(issued).toISOString(),
        expires_at: new Date(issued + 86_400_000).toISOString(),
      };
      const headers = { "X-Subject-Token": `fake-token-${tokens++}` };
      return Response.json({ token }, { status: 201, headers });
    }
    const received = (requests[second] ?? 0) + 1;
    requests[second] = received;
    const trouble = second >= begin && second < end ? respond(received, normal) : undefined;
    return trouble ?? Response.json({ images: [], total_count: 0 });
  }

  return {
    requests,
    signIns,
    fetch: async (input) => {
      const { url } = input as Request;
      await new Promise((resolve) => setTimeout(resolve, LATENCY));
      return receive(new URL(url), Math.floor(performance.now() / 1000));
    },
  };
}
