// Prism and its logger. `scripts/bundle-prism.ts` bundles them into one file of the published package.
export { createInstance, getHttpOperationsFromSpec } from "@stoplight/prism-http";
export { default as pino } from "pino";
