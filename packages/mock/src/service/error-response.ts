import { badRequest, invalidCredentials, usualErrors } from "../generated/described-errors.gen.ts";
import type { ServiceResponse } from "./service-response.ts";

/** Operations of the service. */
export type OperationId = keyof typeof usualErrors;

/** Returns an error with another text, or with more properties. */
export function changedError({ status, body }: ServiceResponse, change: object): ServiceResponse {
  return { status, body: { ...(body as object), ...change } };
}

/** Returns the usual error of an operation for a status, or a gateway error for a status that it does not have. */
export function usualError(operation: OperationId, status: number): ServiceResponse {
  const errors: ServiceResponse[] = usualErrors[operation];
  return errors.find((error) => error.status === status) ?? { ...badRequest, status };
}

/** Returns the gateway's error for credentials, whose text says what is wrong. */
export function credentialsError(problem: string): ServiceResponse {
  const error_msg = `${invalidCredentials.body.error_msg.split(":")[0]}: ${problem}`;
  return changedError(invalidCredentials, { error_msg });
}
