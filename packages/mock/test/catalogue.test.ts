import fc from "fast-check";
import { expect, test } from "vitest";
import { createImages, createMock, type MockImage, sampleImages } from "../src/index.ts";
import { list } from "./listing.ts";

const images: MockImage[] = [
  {
    id: "1",
    name: "b",
    os_type: "Windows",
    os_version: "Windows 10 64bit",
    image_type: "gold",
    architecture: "x86",
    created_at: "2025-03-01T00:00:00Z",
    package_types: ["ultimate"],
  },
  {
    id: "2",
    name: "B",
    os_type: "Linux",
    os_version: "Windowsill 1",
    image_type: "private",
    architecture: "arm",
    created_at: "2024-01-01T00:00:00Z",
    package_types: ["general", "agile"],
  },
  { id: "3", name: "a", created_at: "2025-12-31T00:00:00Z" },
];

async function ids(query: string): Promise<string> {
  const { body } = await list(createMock({ images }), query);
  expect(body.total_count).toBe(body.images.length);
  return body.images.map(({ id }) => id).join("");
}

test.each([
  ["os_type=Windows", "1", "os_type compares os_type"],
  ["os_type=windows", "", "filters are case-sensitive"],
  ["image_type=private", "2", "image_type compares image_type"],
  ["architecture=arm", "2", "architecture compares architecture"],
  ["image_id=3", "3", "image_id compares id"],
  ["image_id=3&os_type=Linux", "", "image_id combines with other filters"],
  ["image_id=4", "", "an unknown image_id finds nothing"],
  ["platform=Windows", "1", "platform compares the first word of os_version"],
  ["platform=Windows%2010", "1", "platform compares the first words of os_version"],
  ["platform=10", "", "platform ignores later words"],
  ["package_type=agile", "23", "package_type compares package_types; an image without them matches"],
  ["package_type=solver", "3", "an image with other package_types does not match"],
  ["os_type=Linux&architecture=arm", "2", "filters combine"],
  ["os_type=Linux&architecture=x86", "", "filters combine, possibly to an empty result"],
  ["os_type=&image_id=", "231", "empty filters are ignored"],
  ["page=2", "231", "unknown parameters are ignored"],
  ["", "231", "the default order is by name, upper case first"],
  ["sort_type=desc", "132", "sort_type alone reverses the default order"],
  ["sort_field=name&sort_type=asc", "231", "images are sorted by name"],
  ["sort_field=created_at", "213", "images are sorted by time, ascending"],
  ["sort_field=created_at&sort_type=desc", "312", "images are sorted by time, descending"],
])("?%s lists the images %j: %s", async (query, expected) => {
  expect(await ids(query)).toBe(expected);
});

test("never sends package_types, which only the mock has", async () => {
  const { body } = await list(createMock({ images }));
  expect(JSON.stringify(body)).not.toContain("package_types");
});

test("sorts images without the property first, and equal ones by id", async () => {
  const mock = createMock({ images: [{ id: "2" }, { id: "3", name: "x" }, { id: "1" }] });
  const order = async (query: string) => (await list(mock, query)).body.images.map(({ id }) => id).join("");
  expect(await order("")).toBe("123");
  expect(await order("sort_type=desc")).toBe("312");
});

test("limit and offset select the page; total_count counts all images that match", async () => {
  const mock = createMock({ images: createImages(250) });
  const all = await Promise.all([0, 100, 200].map((offset) => list(mock, { offset: `${offset}` })));
  expect(all.map(({ body }) => body.images.length)).toEqual([100, 100, 50]);
  expect(all.map(({ body }) => body.total_count)).toEqual([250, 250, 250]);
  expect(new Set(all.flatMap(({ body }) => body.images.map(({ id }) => id))).size).toBe(250);
  expect((await list(mock, "limit=0")).body).toEqual({ total_count: 250, images: [] });
  expect((await list(mock, "offset=5000")).body).toEqual({ total_count: 250, images: [] });
});

test("filters correctly after a thousand different filters", async () => {
  const mock = createMock({ images });
  for (let count = 0; count < 1000; count += 1) await list(mock, { os_type: `Invented ${count}` });
  expect((await list(mock, "os_type=Linux")).body.images.map(({ id }) => id)).toEqual(["2"]);
});

const catalogue = [...sampleImages, ...createImages(80, 3)];
const queries = fc.record(
  {
    os_type: fc.constantFrom("Windows", "Linux", "Other", "", "linux"),
    image_type: fc.constantFrom("gold", "private"),
    platform: fc.constantFrom("Windows", "EulerOS", "Ubuntu", "Ub"),
    architecture: fc.constantFrom("x86", "arm", "mips"),
    package_type: fc.constantFrom("enterprise", "workstation", "", "none"),
    image_id: fc.constantFrom("", "x", ...catalogue.map(({ id }) => id)),
    sort_field: fc.constantFrom("name", "created_at"),
    sort_type: fc.constantFrom("asc", "desc"),
    limit: fc.integer({ min: 0, max: 100 }).map(String),
    offset: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.constant(5000)).map(String),
  },
  { requiredKeys: [] },
);

/** Lists images in the simplest way: one loop over all images, without state. */
function naive(query: Record<string, string | undefined>) {
  const { os_type, image_type, platform, architecture, package_type, image_id } = query;
  const { sort_field = "name", sort_type = "asc", limit = "100", offset = "0" } = query;
  const found: MockImage[] = [];
  for (const image of catalogue) {
    if (os_type && image.os_type !== os_type) continue;
    if (image_type && image.image_type !== image_type) continue;
    if (platform && image.os_version !== platform && !image.os_version?.startsWith(`${platform} `)) continue;
    if (architecture && image.architecture !== architecture) continue;
    if (package_type && image.package_types && !image.package_types.includes(package_type)) continue;
    if (image_id && image.id !== image_id) continue;
    found.push(image);
  }
  const key = (image: MockImage) => (sort_field === "name" ? image.name : image.created_at) ?? "";
  const pairs = found.sort((a, b) => (a.id < b.id ? -1 : 1));
  pairs.sort((a, b) => {
    const order = key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
    return sort_type === "asc" ? order : -order;
  });
  const page = pairs.slice(Number(offset)).slice(0, Number(limit));
  return { total_count: found.length, images: page.map(({ package_types, ...image }) => image) };
}

test("lists the same images as a plain loop for any query", async () => {
  const mock = createMock({ images: catalogue });
  await fc.assert(
    fc.asyncProperty(queries, async (query) => {
      const { status, body } = await list(mock, query);
      expect(status).toBe(200);
      expect(body).toEqual(naive(query));
    }),
    { numRuns: 300 },
  );
});

test("lists every image once and in order, whatever the page size", async () => {
  const mock = createMock({ images: catalogue });
  await fc.assert(
    fc.asyncProperty(queries, fc.integer({ min: 1, max: 100 }), async (query, limit) => {
      const { offset, limit: _, ...filters } = query;
      const seen: string[] = [];
      for (;;) {
        const { body } = await list(mock, { ...filters, limit: `${limit}`, offset: `${seen.length}` });
        seen.push(...body.images.map(({ id }) => id));
        if (body.images.length < limit) break;
      }
      expect(seen).toEqual(naive({ ...filters, limit: "1000" }).images.map(({ id }) => id));
    }),
    { numRuns: 50 },
  );
});
