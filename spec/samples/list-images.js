const { WORKSPACE_ENDPOINT, PROJECT_ID, TOKEN } = process.env;
const LIMIT = 100;

async function list(offset) {
  const url = new URL(`/v2/${PROJECT_ID}/images`, WORKSPACE_ENDPOINT);
  const filters = { os_type: "Windows", image_type: "gold" };
  url.search = new URLSearchParams({ ...filters, limit: LIMIT, offset });
  const response = await fetch(url, {
    headers: { "X-Auth-Token": TOKEN, "Content-Type": "application/json" },
    redirect: "error", // The token must not go to another host.
    signal: AbortSignal.timeout(30_000),
  });
  const body = await response.text();
  if (!response.ok) throw new Error(`${response.status}: ${body}`);
  return JSON.parse(body).images;
}

let offset = 0;
let images;
do {
  images = await list(offset);
  for (const { id, name } of images) console.log(id, name);
  offset += images.length;
} while (images.length === LIMIT);
