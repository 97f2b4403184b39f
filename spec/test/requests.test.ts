import { facts, type Parameter, type RequestExample } from "@workspace-images/spec/facts";
import { describe, expect, test } from "vitest";
import { NAMES, type Node, readDereferenced } from "./bundle.ts";
import { pages } from "./documented.ts";
import { operations } from "./places.ts";

/** The values of a URL by the name of their parameter, if the URL has the path of the operation. */
function valuesOf(path: string, url: string): Readonly<Record<string, string>> {
  const { pathname, searchParams } = new URL(url, "https://workspace.example");
  const pattern = path.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  const match = new RegExp(`^${pattern}$`).exec(pathname);
  expect(match, url).not.toBeNull();
  return { ...match?.groups, ...Object.fromEntries(searchParams) };
}

function expectValid(value: string, { kind, values, range, length }: Parameter): void {
  if (kind === "integer") expect(value).toMatch(/^\d+$/);
  if (values) expect(values).toContain(value);
  const [minimum, maximum = Number.POSITIVE_INFINITY] = range ?? length ?? [0];
  const size = range ? Number(value) : value.length;
  expect(size).toBeGreaterThanOrEqual(minimum);
  expect(size).toBeLessThanOrEqual(maximum);
}

describe.each(Object.entries(facts.operations))("the example requests of %s", (id, operation) => {
  const { path, parameters, requests, headers } = operation;
  const [page] = pages.filter(({ operationId }) => operationId === id);
  const all = [...parameters.path, ...parameters.query];
  const description = readDereferenced(page?.description ?? "images");
  const item = description["paths"]?.[path];
  const method = operation.method.toLowerCase();
  const written = [...(item?.["parameters"] ?? []), ...(item?.[method]?.["parameters"] ?? [])];

  test("begin with those of the documentation page, with the documented response", () => {
    const documented = page?.exampleRequests ?? [];
    const published = requests.slice(0, documented.length);
    expect(published.map(({ name, url }) => ({ name, url }))).toEqual(documented);
    if (published[0]) expect(published[0].response).toMatchObject({ name: page?.exampleResponse.name });
  });

  test("are those of the description, with its bodies and responses", () => {
    const described = operations(page?.description ?? "images");
    const operation = described.find(({ operationId }) => String(operationId) === id) as Node;
    const bodies = operation["requestBody"]?.["content"]?.["application/json"]?.["examples"] as
      | Node
      | undefined;
    const responses = Object.entries(operation["responses"] as Node).flatMap(([status, { content }]) =>
      Object.entries(content?.["application/json"]?.["examples"] as Node).map(([name, { value }]) => {
        return { status: Number(status), name, body: value };
      }),
    );
    const expected = (operation["x-requestExamples"] ?? []).map((one: Node) => ({
      name: one["name"],
      summary: one["summary"],
      url: one["url"],
      body: bodies?.[String(one["name"])]?.["value"],
      response: responses.find(({ name }) => name === String(one["response"])),
    }));
    expect(
      requests.map(({ name, summary, url, body, response }) => ({ name, summary, url, body, response })),
    ).toEqual(expected);
  });

  test.each(requests)("have valid parameters: $url", ({ url }) => {
    for (const [name, value] of Object.entries(valuesOf(path, url))) {
      const parameter = all.find((one) => one.name === name);
      expect(parameter, name).toBeDefined();
      if (parameter) expectValid(value, parameter);
    }
  });

  test.each(requests)("consist of the parameter examples of the same name: $name", ({ name, url }) => {
    const examples = written.flatMap((parameter: Node) => {
      const example = parameter["examples"]?.[name];
      return example ? [[String(parameter["name"]), String(example["value"])]] : [];
    });
    expect(Object.fromEntries(examples)).toEqual(valuesOf(path, url));
  });

  test("have the headers that the page marks as mandatory", () => {
    const mandatory = headers.filter(({ isMandatory }) => isMandatory).map(({ name }) => name);
    expect(mandatory.sort()).toEqual([...(page?.mandatoryHeaders ?? [])].sort());
  });
});

test("the response to an example request has the images that its filters find", () => {
  const { path, parameters, requests } = facts.operations.listImages;
  const withResponse = requests.filter((request): request is Required<RequestExample> =>
    Boolean(request.response),
  );
  expect(withResponse).not.toEqual([]);
  for (const { url, response } of withResponse) {
    const sent = valuesOf(path, url);
    const filters = parameters.query.filter(({ name, filter }) => filter && name in sent);
    const { images } = response.body as { images: readonly Record<string, unknown>[] };
    for (const { name, filter } of filters)
      for (const image of images) expect(image[filter?.field ?? ""]).toBe(sent[name]);
  }
});

test.each(NAMES)("in %s, the name of an example request cannot be mistaken for a value", (name) => {
  const items = Object.values(readDereferenced(name)["paths"] ?? {});
  const described = [...items, ...operations(name)].flatMap((part) => [
    ...((part["parameters"] ?? []) as Node[]),
    part["requestBody"]?.["content"]?.["application/json"],
  ]);
  const names = described.flatMap((part) => Object.keys(part?.["examples"] ?? {}));
  expect(names.length).toBeGreaterThan(1);
  expect(names.filter((example) => !example.endsWith("Request"))).toEqual([]);
});
