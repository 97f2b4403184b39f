// What runs without any API of Node.js.
import { behaviours as client } from "./behaviours/client.mjs";
import { behaviours as mock } from "./behaviours/mock.mjs";
import { passAll } from "./pass-all.mjs";

export async function passPortable() {
  return { client: await passAll(client), mock: await passAll(mock) };
}
