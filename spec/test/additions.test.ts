import { describe, expect, test } from "vitest";
import { NAMES, readDereferenced } from "./bundle.ts";
import { additions, rowsOf } from "./documented.ts";
import { operations, places } from "./places.ts";

describe.each(NAMES)("what newer sources add to %s", (name) => {
  const { servers, security } = readDereferenced(name);
  const all = places(name);
  const rows = rowsOf(name);
  const statusOf = (at: string) => at.replace(/^\w+ (?=\d{3}$)/, "");

  test("is marked, with its month", () => {
    for (const [at, month] of Object.entries(additions.added[name])) {
      const found = all.filter((place) => place.at === at || statusOf(place.at) === at);
      expect.soft(found.length, at).toBeGreaterThan(0);
      const mark = month ? `**Later addition** (${month}).` : "**Later addition.**";
      for (const { node } of found) expect.soft(node.description.startsWith(mark), at).toBe(true);
    }
  });

  test("is all that has no row of a page", () => {
    const names = all.map(({ at }) => at).filter((at) => !/^(server|example) /.test(at) && !rows.has(at));
    expect(names.filter((at) => !(statusOf(at) in additions.added[name]))).toEqual([]);
  });

  test("is marked where no source confirms it", () => {
    const counts = all
      .filter(({ isReference }) => !isReference)
      .map(({ at, node }) => [at, node.description?.match(/\*\*Not confirmed/g)?.length] as const);
    expect(Object.fromEntries(counts.filter(([, count]) => count))).toEqual(additions.notConfirmed[name]);
  });

  test("is all there of the servers and regions", () => {
    const [regional] = servers as unknown as [NonNullable<typeof servers>];
    const region = regional["variables"]?.["region"];
    expect([...(servers as unknown as { url: string }[])].map(({ url }) => url)).toEqual(
      additions.servers[name],
    );
    expect(region?.["enum"]).toEqual(additions.regions[name]);
    expect(region?.["default"]).toBe("cn-north-4");
  });

  test.each(operations(name))("is all there of the credentials of $operationId", (operation) => {
    const alternatives = (operation["security"] ?? security) as unknown as object[];
    const expected = additions.security[String(operation["operationId"])];
    expect(alternatives.map((requirement) => Object.keys(requirement))).toEqual(expected);
  });
});

test("the algorithm distinguishes a signature from a plain key", () => {
  for (const name of NAMES) {
    const schemes = readDereferenced(name)["components"]?.["securitySchemes"];
    expect(schemes?.["SignedRequest"]).toMatchObject({
      "x-signature-algorithm": "SDK-HMAC-SHA256",
      in: "header",
    });
  }
});
