// The program `jq`, as its WebAssembly build, so that the samples that need it run on every machine.
import { text } from "node:stream/consumers";
import { raw } from "jq-wasm";

const [filter = "", ...options] = process.argv.slice(2).reverse();
const output = await raw(await text(process.stdin), filter, options.reverse());
if (output) process.stdout.write(`${output.trimEnd()}\n`);
