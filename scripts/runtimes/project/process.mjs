// `process.mjs <package>`: prints the behaviours of a package, after each of them was seen in this process.
import { passAll } from "./pass-all.mjs";

const [name] = process.argv.slice(2);
const { behaviours } = await import(`./behaviours/${name}.mjs`);
console.log(JSON.stringify({ [name]: await passAll(behaviours) }));
