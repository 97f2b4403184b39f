import { passPortable } from "./portable.mjs";

// biome-ignore lint/style/noDefaultExport: workerd takes nothing else.
export default {
  fetch: () =>
    passPortable().then(
      (passed) => Response.json(passed),
      (error) => new Response(String(error), { status: 500 }),
    ),
};
