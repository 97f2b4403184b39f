/**
 * Check of answers against the description, as middleware for the `http` of a client. A client does without it unless
 * it is told to use it.
 *
 * @packageDocumentation
 */

import { InputError, ResponseError } from "./errors.ts";
import { findViolations, type Violation } from "./violation.ts";

export { findViolations, type Violation } from "./violation.ts";

/** An answer that differs from the description. */
export interface ViolationReport {
  /** At least one, in the order of the description. */
  readonly violations: readonly Violation[];
  /** HTTP status of the answer. */
  readonly status: number;
  /** Address that was asked. */
  readonly url: string;
  /** ID of the request, when the answer has one in its header. */
  readonly requestId?: string | undefined;
}

/** How answers are checked. */
export type ValidationOptions =
  | {
      /** `off` checks nothing; `throw` makes the call fail with a `ResponseError`. */
      readonly mode: "off" | "throw";
      /** Told of each such answer before the call fails. What it throws is ignored. */
      readonly onViolation?: ((report: ViolationReport) => void) | undefined;
    }
  | {
      /** `warn` gives the answer to the caller as it is. */
      readonly mode: "warn";
      /** Told of each answer that differs from the description. What it throws is ignored. */
      readonly onViolation: (report: ViolationReport) => void;
    };

/** Middleware for the `http` of a client. */
export interface Validation {
  /** Checks an answer and leaves it as it is. */
  onResponse(exchange: { readonly request: Request; readonly response: Response }): Promise<undefined>;
}

function describe([first, ...others]: readonly Violation[], status: number): string {
  if (!first) return "";
  const { path, expected, found } = first;
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  return `The answer has status ${status} but breaks its description at ${path || "its top"}: expected ${expected}, found ${found}${more}`;
}

/**
 * Creates the check of answers against the description, as middleware: `images.http.use(createValidation({ mode:
 * "throw" }))` makes `list`, `pages`, `items` and `http` check every answer. Without it nothing is checked beyond what
 * a listing needs. Of an error answer that `http` gives, `onViolation` is told as well, but no `ResponseError` takes its
 * place: what it says matters more than its shape.
 *
 * @throws {InputError} when `mode` is unknown, or `warn` has no `onViolation`.
 */
export function createValidation({ mode, onViolation }: ValidationOptions): Validation {
  if (!["off", "warn", "throw"].includes(mode))
    throw new InputError("mode has to be off, warn or throw", "mode");
  if (mode === "warn" && !onViolation)
    throw new InputError("onViolation is missing, so nobody would be warned", "onViolation");
  async function tell(report: ViolationReport): Promise<void> {
    try {
      await onViolation?.(report);
    } catch {
      // Whoever listens must not change what happens.
    }
  }
  return {
    async onResponse({ request: { url }, response }) {
      if (mode === "off") return;
      const { ok, status, headers } = response;
      // Other middleware may have put anything in the place of the answer.
      const body: unknown = await response
        .clone()
        .json()
        .catch(() => undefined);
      const violations = findViolations(ok ? "ImagePage" : "ErrorBody", body);
      if (violations.length === 0) return;
      tell({ violations, status, url, requestId: headers.get("X-Request-Id") ?? undefined });
      if (ok && mode === "throw") throw new ResponseError(describe(violations, status), "invalid");
    },
  };
}
