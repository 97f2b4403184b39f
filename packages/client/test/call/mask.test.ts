import fc from "fast-check";
import { expect, test } from "vitest";
import { mask, maskCause, secretsOf } from "../../src/call/mask.ts";

const TOKEN = "MIIFvgYJKoZIhvcNAQcCoIIFrzCC+Bas/AgEx==";

test("masks each secret wherever it occurs", () => {
  expect(mask(`token ${TOKEN}, again ${TOKEN}.`, [TOKEN])).toBe("token ***, again ***.");
});

test("masks a secret that is cut off up to where it ends", () => {
  expect(mask(`decrypt ${TOKEN.slice(0, 25)}... failed`, [TOKEN])).toBe("decrypt ***... failed");
  expect(mask(TOKEN.slice(0, 12), [TOKEN])).toBe("***");
  expect(mask(`X=${encodeURIComponent(TOKEN).slice(0, -5)}`, [TOKEN])).toBe("X=***");
});

test("masks a secret whose beginning repeats itself", () => {
  const secret = `${"ab".repeat(6)}SECRET-SECRET`;
  expect(mask(`ab${secret}`, [secret])).not.toContain("SECRET");
});

test("masks secrets as they appear in a query and in JSON", () => {
  const secret = 'p"a/ss+wo\\rd';
  expect(mask(`x=${encodeURIComponent(secret)}`, [secret])).toBe("x=***");
  expect(mask(JSON.stringify({ secret }), [secret])).toBe('{"secret":"***"}');
});

test.each([
  ["base64", (text: string) => btoa(text)],
  ["base64 behind one more byte", (text: string) => btoa(`:${text}`)],
  ["base64 behind and before other text", (text: string) => btoa(`u:${text}; and more`)],
  ["hex", (text: string) => Buffer.from(text).toString("hex")],
  ["upper-case hex", (text: string) => Buffer.from(text).toString("hex").toUpperCase()],
  ["lower case", (text: string) => text.toLowerCase()],
  ["upper case", (text: string) => text.toUpperCase()],
  ["lower-case percent encoding", (text: string) => encodeURIComponent(text).toLowerCase()],
  ["HTML", (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;")],
])("masks a secret that is echoed in %s", (_how, encodeSecret) => {
  const secret = 'canary&"/+Secret==value';
  const shown = mask(`before ${encodeSecret(secret)} after`, [secret]);
  expect(shown.length).toBeLessThan("before *** after".length + 24);
  expect(shown).toMatch(/^before .*\*\*\*.* after$/);
});

test("masks a secret that is echoed as ASCII JSON", () => {
  expect(mask("x=p\\u00e4ssword-\\u4e00", ["pässword-一"])).toBe("x=***");
});

test("shows only the beginning of a long text of near-repeats, where masking all of it would take an hour", () => {
  const secret = `${"a".repeat(3000)}b`;
  expect(mask("a".repeat(50_000_000), [secret]).length).toBeLessThanOrEqual(8192);
  expect(mask("no secret ".repeat(1_000_000), [secret])).toHaveLength(8192);
});

test("masks the longer of two secrets first, so that nothing of it is left", () => {
  expect(mask("prefix-secret-suffix", ["secret", "prefix-secret-suffix"])).toBe("***");
});

test("masks a secret that starts with the mask of another one", () => {
  expect(mask("beginning-ofSECRET", ["beginning-of***", "SECRET"])).toBe("***");
});

test("does not mask values of less than six characters, because they occur by chance", () => {
  expect(mask("the error of the user", ["", "the", "error"])).toBe("the error of the user");
});

test("no secret of six characters or more survives", () => {
  const secret = fc.stringMatching(/^[\x21-\x29\x2b-\x7e]{6,60}$/);
  const around = fc.string({ maxLength: 40 });
  fc.assert(
    fc.property(fc.array(secret, { minLength: 1, maxLength: 3 }), fc.array(around), (secrets, texts) => {
      const text = texts.flatMap((part, index) => [part, secrets[index % secrets.length]]).join("");
      const shown = mask(text, secrets);
      for (const one of secrets) expect(shown).not.toContain(one);
    }),
    { numRuns: 1000 },
  );
});

test("a secret that is cut off shows at most its first eleven characters", () => {
  const secret = fc.stringMatching(/^[\x21-\x29\x2b-\x7e]{13,60}$/);
  fc.assert(
    fc.property(secret, fc.nat(60), (value, length) => {
      expect(mask(`cut: ${value.slice(0, 12 + length)}`, [value])).not.toContain(value.slice(0, 12));
    }),
  );
});

test("the credential headers of a request are secrets, and so are the parts of a signature", () => {
  const request = new Request("https://workspace.example");
  const signed = new Request(request, {
    headers: {
      "X-Auth-Token": TOKEN,
      "X-Security-Token": "security-token",
      Authorization: "SDK-HMAC-SHA256 Access=ACCESSKEY, SignedHeaders=host;x-sdk-date, Signature=0123abcd",
      "X-Sdk-Date": "20260101T000000Z",
      "X-Project-Id": "0123456789",
      "X-Own-Credential": "of-another-kind",
      "X-Own-Host": "with-a-known-end",
      "Host-Key": "with-a-known-start",
    },
  });
  const secrets = secretsOf(signed, request);
  expect(secrets).toEqual(
    expect.arrayContaining([TOKEN, "security-token", "ACCESSKEY", "0123abcd", "of-another-kind"]),
  );
  expect(secrets).toEqual(expect.arrayContaining(["with-a-known-end", "with-a-known-start"]));
  const message = "SDK-HMAC-SHA256 of 0123456789 with SignedHeaders=host;x-sdk-date at 20260101T000000Z";
  expect(mask(message, secrets)).toBe(message);
});

test("a header that the request already had is not a secret unless it is a credential", () => {
  const request = new Request("https://workspace.example", { headers: { Accept: "application/json" } });
  expect(secretsOf(new Request(request), request)).toEqual([]);
});

test("credentials from middleware are secrets, too", () => {
  const request = new Request("https://workspace.example", { headers: { "X-Auth-Token": TOKEN } });
  expect(secretsOf(new Request(request), request)).toContain(TOKEN);
});

test("copies a cause without its other properties", () => {
  const show = (text: string) => mask(text, [TOKEN]);
  const root = Object.assign(new Error(`reset while sending ${TOKEN}`), {
    code: "ECONNRESET",
    socket: { TOKEN },
  });
  const cause = new TypeError(`fetch failed: ${TOKEN}`, { cause: root });
  const copy = maskCause(Object.assign(cause, { request: { TOKEN } }), show);
  expect(copy).toMatchObject({ name: "TypeError", message: "fetch failed: ***" });
  expect(copy?.cause).toMatchObject({ message: "reset while sending ***", code: "ECONNRESET" });
  expect(copy).not.toHaveProperty("request");
  expect(copy?.cause).not.toHaveProperty("socket");
  expect(copy?.stack).toContain("fetch failed: ***");
});

test.each([
  ["a text", "failed: ***"],
  [null, ""],
  [{ message: "from another realm" }, "from another realm"],
  [{ message: { not: "text" }, code: 7 }, "7"],
  [Object.create(null), ""],
  [Symbol("odd"), "Symbol(odd)"],
])("copies a cause that is not an error as an error: %o", (cause, message) => {
  const show = (text: string) => mask(text, [TOKEN]);
  const copy = maskCause(cause === "a text" ? `failed: ${TOKEN}` : cause, show);
  expect(copy).toMatchObject({ name: "Error", message, stack: "" });
});

test("stops at a cause that is its own cause", () => {
  const error = new Error("round");
  error.cause = error;
  expect(maskCause(error, String)?.message).toBe("round");
});
