/**
 * The facts of the descriptions in flat lists, for programs that generate code or tables. Nothing in them is a
 * reference.
 *
 * @packageDocumentation
 */

/** A mark of the description; see the README. */
export interface Mark {
  /** What the mark says. */
  readonly name: "Later addition" | "Not confirmed" | "Note";
  /** Month in which an official SDK had a later addition first, such as `March 2024`. */
  readonly since?: string;
}

/** A text of a description. */
export interface Described {
  /** Markdown with marks, in paragraphs. */
  readonly description: string;
  /** The same as plain text in one line, without the marks that need no words. */
  readonly text: string;
  /** The mark at the beginning of the text: it holds for the fact as a whole. */
  readonly mark?: Mark;
}

/** How a filter finds images. This is an assumption, unless the names are equal. */
export interface Filter {
  /** Property of an image that the filter compares. */
  readonly field: string;
  /**
   * `exact`: the value is that of the property. `first-words`: the value is the property or its first words.
   * `hidden-list`: the value is one of a list that no response has; an image without the list matches.
   */
  readonly match: "exact" | "first-words" | "hidden-list";
}

/** A parameter of an operation. Exactly one of `values`, `range` and `length` says what is valid. */
export interface Parameter extends Described {
  /** Name as it is sent. */
  readonly name: string;
  /** Type of the value. */
  readonly kind: "string" | "integer";
  /** The only valid values. */
  readonly values?: readonly string[];
  /** Minimum and maximum of an integer. */
  readonly range?: readonly [minimum: number, maximum: number];
  /** Minimum and, if there is one, maximum number of characters. */
  readonly length?: readonly [minimum: number, maximum?: number];
  /** Value that the service takes when the parameter is left out. */
  readonly default?: string | number;
  /** Example values, the usual one first. */
  readonly examples: readonly (string | number)[];
  /** How it finds images; absent if it selects the page or the order. */
  readonly filter?: Filter;
}

/** An error of an operation, from an example of the description. */
export interface DescribedError {
  /** Name of the example. */
  readonly name: string;
  /** HTTP status. */
  readonly status: number;
  /** Error code; in the first shape of IAM it is the status. */
  readonly code: string;
  /** Message of the error. */
  readonly message: string;
  /** What happened, without a full stop. */
  readonly summary: string;
  /** What to do, as Markdown. */
  readonly remedy: string;
  /** The whole body. */
  readonly body: { readonly [property: string]: unknown };
}

/** A set of headers that authenticates a request. */
export interface Credential {
  /** What fills the headers, such as `User token` or `Access key`. */
  readonly title: string;
  /** Names of the headers; a request carries all of them. */
  readonly headers: readonly string[];
}

/**
 * A request header that is not among the parameters: a credential fills it, or OpenAPI ignores a parameter of that name.
 * The text says how it is filled, and why it is required or not.
 */
export interface RequestHeader extends Described {
  /** Name as it is sent. */
  readonly name: string;
  /** Whether the documentation page of the call marks it as mandatory. */
  readonly isMandatory: boolean;
  /** Value, the same in every request; absent if a credential fills the header. */
  readonly value?: string;
  /** Titles of the credentials that need it; empty if every request needs it. */
  readonly credentials: readonly string[];
}

/** An example of a whole request. */
export interface RequestExample {
  /** Name of the example, the same as in the parameters and the body that have a part of it. */
  readonly name: string;
  /** What it asks for, without a full stop. */
  readonly summary: string;
  /** Path and query. */
  readonly url: string;
  /** Body of the request, if it has one. */
  readonly body?: unknown;
  /** The response to it, from an example of the description. */
  readonly response?: {
    /** HTTP status. */
    readonly status: number;
    /** Name of the example. */
    readonly name: string;
    /** Body of the response. */
    readonly body: unknown;
  };
}

/** An operation with its parameters and errors. */
export interface Operation {
  /** HTTP method, in upper case. */
  readonly method: string;
  /** Path with parameters in braces. */
  readonly path: string;
  /** Parameters by where they are sent. */
  readonly parameters: {
    readonly path: readonly Parameter[];
    readonly query: readonly Parameter[];
    readonly header: readonly Parameter[];
  };
  /** The sets of credentials that it accepts; empty if it needs none. */
  readonly credentials: readonly Credential[];
  /** Request headers that are not among the parameters. */
  readonly headers: readonly RequestHeader[];
  /** Examples of whole requests; those of the documentation page come first. */
  readonly requests: readonly RequestExample[];
  /** Errors by status; the first of a status is the usual one. */
  readonly errors: readonly DescribedError[];
}

/** A property of an image in a response. */
export interface ImageField extends Described {
  /** Name of the property. */
  readonly name: string;
  /** Type of the value, if it is not null. */
  readonly kind: "string" | "integer";
  /** Whether the value may be null. */
  readonly isNullable: boolean;
  /** Whether every image has it. */
  readonly isRequired: boolean;
  /** The values known today of a set that may grow. */
  readonly known?: readonly string[];
  /** Example values, the usual one first. */
  readonly examples: readonly (string | number)[];
}

/** A region and the Workspace endpoint in it; a region with two endpoints has two entries. */
export interface Region {
  /** Region ID. */
  readonly region: string;
  /** URL without a trailing slash. */
  readonly endpoint: string;
}

/** What the descriptions say, in flat lists. */
export interface DescribedFacts {
  /** The operations by their ID. */
  readonly operations: {
    readonly listImages: Operation;
    readonly createToken: Operation;
    readonly listProjects: Operation;
    readonly createTokenWithIdToken: Operation;
    readonly createTemporaryAccessKeyByToken: Operation;
    readonly assumeAgencyWithOidc: Operation;
  };
  /** Properties of an image, in the order of the description. */
  readonly imageFields: readonly ImageField[];
  /** Regions and their endpoints. */
  readonly regions: readonly Region[];
}

/** The facts of the descriptions of the images, of IAM and of STS. */
export const facts: DescribedFacts;
