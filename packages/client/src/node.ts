/**
 * Configuration for programs on Node.js, from the variables and the file that users of Huawei Cloud already have.
 *
 * @packageDocumentation
 */

export { type LoadConfigOptions, type LoadedConfig, loadConfig, type Setting } from "./config/load-config.ts";
