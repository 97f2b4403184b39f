// What is bundled. Without `await`, which not every bundler takes at this level.
import { passPortable } from "./portable.mjs";

passPortable().then((passed) => console.log(JSON.stringify(passed)));
