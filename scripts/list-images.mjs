// The main job: starts Prism on the documented catalogue, and lists its images at the command line, over HTTP.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { startMockServer } from "../packages/mock-server/dist/index.js";
import { images } from "../spec/index.js";

const print = (/** @type {string[]} */ ...lines) => process.stdout.write(`${lines.join("\n")}\n`);
const path = (/** @type {string} */ file) => fileURLToPath(new URL(`../${file}`, import.meta.url));
const { documented } = /** @type {any} */ (images.components["examples"]);

const requests = /** @type {string[]} */ ([]);
await using server = await startMockServer({
  images: documented.value.images,
  log: (line) => requests.push(line),
});
print("", `The mock server listens at ${server.url}, with the images of the documented example`, "");
const child = spawn(
  process.execPath,
  [
    path("packages/cli/dist/bin.js"),
    ...["list", "--image-type", "gold", "--os-type", "Linux"],
    ...["--endpoint", server.url, "--project-id", "29dfe82ada564ac2b927e1ff036d9a9b"],
  ],
  { stdio: "inherit", env: { ...process.env, HW_AUTH_TOKEN: "any-token-will-do" } },
);
const [status] = await once(child, "close");
process.exitCode = status ?? 1;
if (status === 0) {
  const command = "node_modules/.bin/node packages/cli/dist/bin.js";
  print("", `The request      ${requests.join("\n                 ")}`);
  print(`Description      ${path("spec/dist/images.yaml")}`);
  print(`Documentation    ${path("packages/docs/dist/index.html")}`);
  print(
    "",
    "Next:",
    `  ${command} list --mock --os-type Windows`,
    `  ${command} mock`,
    `  ${command} --help`,
    "  npm run dev    serves the documentation, with its search",
    "",
  );
}
