import type { IHttpRequest, IHttpResponse } from "@stoplight/prism-http";
import type { Operations } from "./description.ts";
import type { Preferences } from "./prefer.ts";
import { createInstance, pino } from "./prism-library.ts";

/** Why an answer must not be given: it breaks the description, or Prism has none. */
export class PrismError extends Error {
  override readonly name = "PrismError";
  /** Status that Prism gives to the problem. */
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Prism on a description, as two questions. */
export interface Prism {
  /**
   * Gives the answer that the description has for a request: an example, or one that is made up.
   *
   * @throws {PrismError} when there is no such operation or example.
   */
  example(request: IHttpRequest, preferences: Preferences): Promise<IHttpResponse>;
  /**
   * Checks a request and the answer that somebody else has for it. Gives that answer; when the request breaks the
   * description although the answer is a success, gives the example of the refusal instead.
   *
   * @throws {PrismError} when there is no such operation, or when the answer breaks the description (status 500).
   */
  check(request: IHttpRequest, answer: IHttpResponse): Promise<IHttpResponse>;
}

// By this name Prism knows that the service behind it leaves the answer to Prism.
const NOT_IMPLEMENTED = Object.assign(new Error(), {
  name: "https://stoplight.io/prism/errors#UPSTREAM_NOT_IMPLEMENTED",
});

export function createPrism(operations: Operations): Prism {
  const answers = new WeakMap<IHttpRequest, IHttpResponse>();
  const common = { checkSecurity: true, errors: true, validateRequest: true, validateResponse: true };
  const mocking = { ...common, isProxy: false, upstreamProxy: undefined, mock: { dynamic: false } } as const;
  const forwarding = { ...mocking, isProxy: true, upstream: new URL("http://mock.invalid") } as const;
  const prism = createInstance(mocking, {
    logger: Object.assign(pino({ level: "silent" }), { success: () => {} }),
    forward:
      ({ data, validations }) =>
      () =>
      async () => {
        const right = answers.get(data);
        const isAccepted = right !== undefined && right.statusCode < 400;
        if (!right || (isAccepted && validations.length > 0)) return { _tag: "Left", left: NOT_IMPLEMENTED };
        return { _tag: "Right", right };
      },
  });

  async function request(
    input: IHttpRequest,
    config: Parameters<typeof prism.request>[2],
  ): Promise<IHttpResponse> {
    const result = await (async () => prism.request(input, operations, config)())().catch((cause) => {
      // Prism does not catch what `decodeURIComponent` throws.
      throw new PrismError(cause instanceof URIError ? 400 : 500, String(cause));
    });
    if (result._tag === "Left") {
      const { status = 500, detail = "" } = result.left as { status?: number; detail?: string };
      throw new PrismError(status, detail || result.left.message);
    }
    const { output, validations } = result.right;
    const [violation] = validations.output;
    if (!violation) return output;
    const where = ["response", ...(violation.path ?? [])].join(".");
    throw new PrismError(500, `The answer breaks the description at ${where}: ${violation.message}`);
  }

  return {
    async example(input, preferences) {
      const { code, exampleKey } = preferences;
      const missing = new PrismError(404, `The status ${code} has no example "${exampleKey}"`);
      const mock = preferences as typeof mocking.mock;
      const answer = await request(input, { ...mocking, mock }).catch((error: PrismError) => {
        throw exampleKey && error.message.includes("We tried default response") ? missing : error;
      });
      // Where the wanted status has no such example, Prism takes one of the success.
      if (code !== undefined && answer.statusCode !== code && answer.statusCode < 400) throw missing;
      return answer;
    },
    check(input, answer) {
      answers.set(input, answer);
      return request(input, forwarding);
    },
  };
}
