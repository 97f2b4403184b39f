import { InputError, ResponseError } from "../errors/errors.ts";
import { findViolations, type Violation } from "./violation.ts";

/** A response that does not conform to the description. */
export interface ViolationReport {
  /** At least one, in the order of the description. */
  readonly violations: readonly Violation[];
  /** HTTP status of the response. */
  readonly status: number;
  /** URL of the request. */
  readonly url: string;
  /** Request ID, when the response has one in its header. */
  readonly requestId?: string | undefined;
}

/** How responses are validated. */
export type ValidationOptions =
  | {
      /** `off` validates nothing; with `throw` the call fails with a `ResponseError`. */
      readonly mode: "off" | "throw";
      /** Called for each such response before the call fails. What it throws is ignored. */
      readonly onViolation?: ((report: ViolationReport) => void) | undefined;
    }
  | {
      /** `warn` returns the response to the caller as it is. */
      readonly mode: "warn";
      /** Called for each response that does not conform. What it throws is ignored. */
      readonly onViolation: (report: ViolationReport) => void;
    };

/** Middleware for the `http` of a client. */
export interface Validation {
  /** Validates a response without changing it. */
  onResponse(exchange: { readonly request: Request; readonly response: Response }): Promise<undefined>;
}

function describe([first, ...others]: readonly Violation[], status: number): string {
  if (!first) return "";
  const { path, expected, found } = first;
  const place = path ? `at ${path}: ` : "";
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  return `The response has status ${status} but does not conform to the description: ${place}expected ${expected}, found ${found}${more}`;
}

/**
 * Creates middleware that validates responses against the description: `images.http.use(createValidation({ mode:
 * "throw" }))` makes `list`, `pages`, `items` and `http` validate every response. Without it, only what a listing needs
 * is checked. An error response that `http` returns is reported to `onViolation` but never replaced by a
 * `ResponseError`: what it says matters more than its shape.
 *
 * @throws {InputError} when `mode` is unknown, or `warn` has no `onViolation`.
 */
export function createValidation({ mode, onViolation }: ValidationOptions): Validation {
  if (!["off", "warn", "throw"].includes(mode))
    throw new InputError("mode must be off, warn or throw", "mode");
  if (mode === "warn" && !onViolation)
    throw new InputError("onViolation is missing, so the warnings would be lost", "onViolation");
  async function report(violations: ViolationReport): Promise<void> {
    try {
      await onViolation?.(violations);
    } catch {
      // A listener must not change what happens.
    }
  }
  return {
    async onResponse({ request: { url }, response }) {
      if (mode === "off") return;
      const { ok, status, headers } = response;
      // Other middleware may have replaced the response with anything.
      const body: unknown = await response
        .clone()
        .json()
        .catch(() => undefined);
      const violations = findViolations(ok ? "ImagePage" : "ErrorBody", body);
      if (violations.length === 0) return;
      report({ violations, status, url, requestId: headers.get("X-Request-Id") ?? undefined });
      if (ok && mode === "throw") throw new ResponseError(describe(violations, status), "invalid");
    },
  };
}
