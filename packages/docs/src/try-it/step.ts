import type { ClientEvent } from "@workspace-images/client";

/** Headers as they are shown: name and value. */
export type Headers = readonly (readonly [name: string, value: string])[];

/** A request and what became of it, or a wait before the next one. */
export type Step =
  | {
      readonly type: "exchange";
      readonly attempt: number;
      readonly method: string;
      readonly url: URL;
      readonly headers: Headers;
      readonly answer?: Answer | undefined;
      /** Why the attempt failed. */
      readonly error?: string | undefined;
    }
  | { readonly type: "wait"; readonly delay: number };

/** What arrived. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Stands between a client and the `fetch` that it uses, and tells of each step when it is over. */
export interface StepRecorder {
  readonly fetch: typeof fetch;
  readonly onEvent: (event: ClientEvent) => void;
}

const SHOWN = ["content-type", "date", "location", "retry-after", "x-mock-fault", "x-request-id"];

/** Creates a recorder for a client that sends one request at a time. */
export function createStepRecorder(send: typeof fetch, tell: (step: Step) => void): StepRecorder {
  let request: Request | undefined;
  let answer: Answer | undefined;
  return {
    async fetch(input, init) {
      request = new Request(input, init);
      answer = undefined;
      const response = await send(input, init);
      const { status, headers } = response;
      const body = response.clone().text();
      answer = {
        status,
        headers: [...headers].filter(([name]) => SHOWN.includes(name)),
        body: await body.catch(() => "The body breaks off."),
      };
      return response;
    },
    onEvent(event) {
      if (event.type === "retry") tell({ type: "wait", delay: event.delay });
      if (event.type !== "response" || !request) return;
      const { attempt, error } = event;
      const headers = [...request.headers].map(([name, value]) => [name, shown(name, value)] as const);
      const { method, url } = request;
      tell({ type: "exchange", attempt, method, url: new URL(url), headers, answer, error });
    },
  };
}

/** A token is masked even here, where it is invented; a signature is what a reader wants to see. */
function shown(name: string, value: string): string {
  return name === "x-auth-token" ? "***" : value;
}
