import type { MockImage } from "./images/mock-image.ts";
import type { ServiceOptions } from "./service/service.ts";
import type { PropertyRules } from "./usage/property-rules.ts";

/** Options of `createMock`, all optional. */
export interface MockOptions extends ServiceOptions {
  /** The catalogue; default `sampleImages`. */
  images?: readonly MockImage[];
  /** The clock, in milliseconds since 1970; default `Date.now`. */
  now?: () => number;
  /** Base of `mock.url`; default `https://workspace.mock.test`. */
  url?: string;
}

/** Types of the options. */
export const optionRules: PropertyRules<MockOptions> = {
  images: "object",
  projectId: "string",
  region: "string",
  token: "string",
  accessKeys: "object",
  users: "object",
  idTokens: "object",
  temporaryKeySeconds: "number",
  now: "function",
  url: "string",
};
