import { facts } from "@workspace-images/spec/facts";

const { query } = facts.operations.listImages.parameters;

/** The parameters that the form offers as filters and order. */
export const filters = query.filter(({ kind }) => kind === "string");

/** The parameters that the form offers as numbers. */
export const numbers = query.filter(({ kind }) => kind === "integer");
