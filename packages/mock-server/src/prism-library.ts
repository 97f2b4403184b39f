// Prism and its logger. `scripts/bundle-prism.ts` puts them into one file of the published package.
export { createInstance, getHttpOperationsFromSpec } from "@stoplight/prism-http";
export { default as pino } from "pino";
