import { facts, type Operation } from "@workspace-images/spec/facts";

const operations: Readonly<Record<string, Operation>> = facts.operations;

/** What the facts say about an operation. The descriptions of our own interfaces have none. */
export function factsOf(operationId: string): Operation | undefined {
  return operations[operationId];
}
