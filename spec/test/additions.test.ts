import { describe, expect, test } from "vitest";
import { NAMES, objects, readBundle, readDereferenced } from "./bundle.ts";
import { additions, rowsOf } from "./documented.ts";
import { literals, MARK, marked, plain } from "./marks.ts";
import { operations, places } from "./places.ts";

/** The status without the operation, such as `429` for `listImages 429`. */
const statusOf = (at: string) => at.replace(/^\w+ (?=\d{3}$)/, "");

describe.each(NAMES)("what newer sources add to %s", (name) => {
  const { servers, security } = readDereferenced(name);
  const all = places(name);
  const rows = rowsOf(name);
  const written = all.filter(({ isReference }) => !isReference);
  const known = new Set(written.flatMap(({ at }) => [at, statusOf(at)]));
  const shared = Object.entries(additions.marked.shared).filter(([at]) => known.has(at));
  const statements = { ...Object.fromEntries(shared), ...additions.marked[name] };
  const keyOf = (at: string) => (at in statements ? at : statusOf(at));

  test.each(written)("at $at has its marks, and says what the sources do", ({ at, node }) => {
    const expected = statements[keyOf(at)]?.flatMap((statement) => Object.entries(statement)) ?? [];
    const found = marked(node.description ?? "");
    expect(found.map(([mark]) => mark)).toEqual(expected.map(([mark]) => mark));
    for (const [index, [, statement]] of found.entries()) {
      const words = expected[index]?.[1].map((word) => word.toLowerCase()) ?? [];
      for (const word of words) expect.soft(plain(statement)).toContain(word);
      const strange = literals(statement).filter(
        (literal) => !words.some((word) => word.includes(literal.toLowerCase())),
      );
      expect.soft(strange, statement).toEqual([]);
    }
  });

  test("is all that is marked", () => {
    const marked = new Set(written.map(({ at }) => keyOf(at)));
    expect(Object.keys(statements).filter((at) => !marked.has(at))).toEqual([]);
    const { info, ...rest } = readBundle(name);
    const texts = [...objects(rest)].flatMap(([, { description }]) => description ?? []);
    const placed = new Set(written.map(({ node }) => node.description));
    expect(texts.filter((text) => typeof text === "string" && MARK.test(text) && !placed.has(text))).toEqual(
      [],
    );
  });

  test("is all that has no row of a page", () => {
    const withoutRow = all.filter(({ at }) => !/^(server|variable|example) /.test(at) && !rows.has(at));
    for (const { at, node } of withoutRow)
      expect.soft(node.description.startsWith("**Later addition"), at).toBe(true);
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

test("every shared statement is about a place of at least two descriptions", () => {
  const all = NAMES.map((name) => new Set(places(name).flatMap(({ at }) => [at, statusOf(at)])));
  for (const at of Object.keys(additions.marked.shared))
    expect.soft(all.filter((known) => known.has(at)).length, at).toBeGreaterThan(1);
});

test("the algorithm distinguishes a signature from a plain key", () => {
  for (const name of ["images", "iam"] as const) {
    const schemes = readDereferenced(name)["components"]?.["securitySchemes"];
    expect(schemes?.["SignedRequest"]).toMatchObject({
      "x-signature-algorithm": "SDK-HMAC-SHA256",
      in: "header",
    });
  }
});
