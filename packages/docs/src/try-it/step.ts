import type { ClientEvent } from "@workspace-images/client";

/** Headers to show, as pairs of name and value. */
export type Headers = readonly (readonly [name: string, value: string])[];

/** A request with its outcome, or a wait before a retry. */
export type Step =
  | {
      readonly type: "exchange";
      readonly attempt: number;
      readonly method: string;
      readonly url: URL;
      readonly headers: Headers;
      readonly response?: ShownResponse | undefined;
      /** Why the attempt failed. */
      readonly error?: string | undefined;
    }
  | { readonly type: "wait"; readonly delay: number };

/** The part of a response that is shown. */
export interface ShownResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Options for a client: a `fetch` that records requests and responses, and a listener that reports finished steps. */
export interface StepRecorder {
  readonly fetch: typeof fetch;
  readonly onEvent: (event: ClientEvent) => void;
}

const SHOWN = ["content-type", "date", "location", "retry-after", "x-mock-fault", "x-request-id"];

/** Creates a recorder for a client that sends one request at a time. */
export function createStepRecorder(send: typeof fetch, report: (step: Step) => void): StepRecorder {
  let request: Request | undefined;
  let response: ShownResponse | undefined;
  return {
    async fetch(input, init) {
      request = new Request(input, init);
      response = undefined;
      const received = await send(input, init);
      const { status, headers } = received;
      const body = received.clone().text();
      response = {
        status,
        headers: [...headers].filter(([name]) => SHOWN.includes(name)),
        body: await body.catch(() => "The body is cut off."),
      };
      return received;
    },
    onEvent(event) {
      if (event.type === "retry") report({ type: "wait", delay: event.delay });
      if (event.type !== "response" || !request) return;
      const { attempt, error } = event;
      const headers = [...request.headers].map(([name, value]) => [name, shown(name, value)] as const);
      const { method, url } = request;
      report({ type: "exchange", attempt, method, url: new URL(url), headers, response, error });
    },
  };
}

/** Masks the token, although it is fake; a signature stays visible, because readers want to see it. */
function shown(name: string, value: string): string {
  return name === "x-auth-token" ? "***" : value;
}
