// `workerd.mjs <file>`: runs a worker, and prints its response.
import { Miniflare } from "miniflare";

const [scriptPath] = process.argv.slice(2);
const worker = new Miniflare({ modules: true, scriptPath, compatibilityDate: "2026-07-01" });
try {
  const response = await worker.dispatchFetch("http://localhost/");
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  console.log(text);
} finally {
  await worker.dispose();
}
