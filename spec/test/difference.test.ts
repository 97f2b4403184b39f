import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const script = fileURLToPath(new URL("../scripts/difference.ts", import.meta.url));

async function difference(arguments_: readonly string[], env = {}): Promise<string> {
  const options = { env: { ...process.env, ...env } };
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...arguments_], options);
  return stdout;
}

test("every changed fact is listed, and changed texts are counted", async () => {
  const released = await mkdtemp(join(tmpdir(), "released-"));
  await cp(new URL("../dist", import.meta.url), join(released, "dist"), { recursive: true });
  const file = join(released, "dist/images.yaml");
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace("maximum: 5000", "maximum: 6000").replace("Image name.", "Name."));
  const said = await difference([released]);
  await rm(released, { recursive: true });
  expect(said).toMatch(
    /^images\.yaml: major, with 1 changed texts and examples\n\n- .* modified `.*\/schema\/maximum`\n/,
  );
  expect(said).toMatch(
    /iam\.yaml: none, with 0 changed texts and examples\n\nsts\.yaml: none, with 0 changed texts and examples\n\nmock-control\.yaml: none, with 0 changed texts and examples\n$/,
  );
});

test("before the first release it says that there is nothing to compare with", async () => {
  const registry = createServer((_, response) => response.writeHead(404).end("{}"));
  await new Promise<void>((resolve) => registry.listen(0, "127.0.0.1", resolve));
  const { port } = registry.address() as AddressInfo;
  const said = await difference([], { npm_config_registry: `http://127.0.0.1:${port}/` });
  registry.close();
  expect(said).toBe("@workspace-images/spec is not published yet, so there is nothing to compare with.\n");
});
