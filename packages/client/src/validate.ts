/**
 * Validates responses against the description, as middleware for the `http` of a client. Nothing loads it unless you
 * import it.
 *
 * @packageDocumentation
 */

export {
  createValidation,
  type Validation,
  type ValidationOptions,
  type ViolationReport,
} from "./validation/validation.ts";
export { findViolations, type Violation } from "./validation/violation.ts";
