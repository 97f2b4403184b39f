import { readdirSync, readFileSync } from "node:fs";
import { operations } from "../src/reference/model/operation.ts";

/** Folder of the samples. */
export const SAMPLES = new URL("../../../spec/samples/", import.meta.url);

const files = readdirSync(SAMPLES).map((file) => ({
  file,
  source: readFileSync(new URL(file, SAMPLES), "utf8"),
}));

/** The samples of all operations in the order of their pages. The tests run each file. */
export const samples = operations
  .flatMap((operation) => operation.samples)
  .map((sample) => ({ ...sample, file: files.find(({ source }) => source === sample.source)?.file ?? "" }));
