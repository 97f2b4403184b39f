// Measures the built mock; run `node bench/requests.mjs` after a build.
const importing = performance.now();
const { createImages, createMock } = await import("../dist/index.js");
const imported = performance.now();
createMock();
const ready = performance.now();

const headers = { "X-Auth-Token": "t" };
const rounds = 20_000;

async function measure(count) {
  const mock = createMock({ images: createImages(count) });
  const url = `${mock.url}/v2/p/images?os_type=Windows&sort_field=created_at&limit=10`;
  let best = Number.POSITIVE_INFINITY;
  for (let batch = 0; batch < 5; batch += 1) {
    const start = performance.now();
    for (let round = 0; round < rounds / 5; round += 1) await (await mock.fetch(url, { headers })).text();
    best = Math.min(best, ((performance.now() - start) * 5000) / rounds);
  }
  return Number(best.toFixed(1));
}

await measure(50);
const result = {
  "import, ms": Number((imported - importing).toFixed(1)),
  "ready after import, ms": Number((ready - imported).toFixed(1)),
  "page of 10 out of 50 images, µs": await measure(50),
  "page of 10 out of 5000 images, µs": await measure(5000),
};
process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
