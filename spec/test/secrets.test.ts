import { describe, expect, test } from "vitest";
import { NAMES, type Node, objects, readDereferenced } from "./bundle.ts";

const FAKE: Readonly<Record<string, RegExp>> = {
  password: /^not-a-real-/,
  passcode: /^0+$/,
  "X-Subject-Token": /example/,
  access: /example/,
  secret: /^not-a-real-/,
  securitytoken: /example/,
  access_key_id: /example/,
  secret_access_key: /^not-a-real-/,
  security_token: /example/,
  id_token: /example/,
  encoded_authorization_message: /^ZXhhbXBsZ/, // "example", encoded
};
// An access key, a secret key, a JSON Web Token, and a token of IAM or another long text in Base64.
const REAL = /\b[A-Z\d]{20}\b|\b[A-Za-z\d]{40}\b|eyJ[\w-]{10}|[A-Za-z\d+/]{60}/;

/** Texts of the examples of a description with the key that holds them. */
function* exampleTexts(
  node: unknown,
  key = "",
  isExample = false,
): Generator<readonly [key: string, text: string]> {
  if (typeof node === "string") {
    if (isExample) yield [key, node];
  } else if (node !== null && typeof node === "object") {
    for (const [name, part] of Object.entries(node)) {
      const isValue = isExample || ["value", "example", "examples", "default"].includes(name);
      const isIndex = Array.isArray(node) || ["value", "example", "examples"].includes(name);
      yield* exampleTexts(part, isIndex ? key : name, isValue);
    }
  }
}

describe.each(NAMES)("the examples of %s", (name) => {
  const description = readDereferenced(name);
  const texts = [...exampleTexts(description)];

  test("have secrets that are recognizably fake", () => {
    const secrets = texts.filter(([key]) => key in FAKE);
    expect(secrets.length).toBeGreaterThan(0);
    for (const [key, text] of secrets) expect.soft(text, key).toMatch(FAKE[key] as RegExp);
  });

  test("have nothing that looks like a real key or token", () => {
    expect(texts.length).toBeGreaterThan(30);
    expect(texts.filter(([, text]) => REAL.test(text))).toEqual([]);
  });

  test("hide every password from tools that show values", () => {
    for (const [key, node] of objects(description) as Iterable<[string, Node]>) {
      if (/^(password|passcode)$/.test(key) && String(node["type"]) === "string") {
        expect(String(node["format"])).toBe("password");
      }
    }
  });
});
