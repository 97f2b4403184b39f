import { Option } from "commander";
import { outputFormats } from "../output/output-format.ts";

/** Creates the option for the format of standard output. */
export function outputOption(): Option {
  return new Option("-o, --output <format>", "Output format.").choices(outputFormats).default("table");
}
