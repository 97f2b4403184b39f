import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { createMask, maskCause, secretsOf } from "../../src/call/mask.ts";

/** Masks with a mask that knows no other secret. */
const mask = (text: string, secrets: readonly string[]) => createMask()(text, secrets);

const TOKEN = "MIIFvgYJKoZIhvcNAQcCoIIFrzCC+Bas/AgEx==";

test("masks each secret wherever it occurs", () => {
  expect(mask(`token ${TOKEN}, again ${TOKEN}.`, [TOKEN])).toBe("token ***, again ***.");
});

test("masks a part of a secret, wherever it is cut off", () => {
  expect(mask(`decrypt ${TOKEN.slice(0, 25)}... failed`, [TOKEN])).toBe("decrypt ***... failed");
  expect(mask(`decrypt ...${TOKEN.slice(9)} failed`, [TOKEN])).toBe("decrypt ...*** failed");
  expect(mask(`decrypt ...${TOKEN.slice(9, 30)}... failed`, [TOKEN])).toBe("decrypt ...***... failed");
  expect(mask(TOKEN.slice(0, 12), [TOKEN])).toBe("***");
  expect(mask(TOKEN.slice(-12), [TOKEN])).toBe("***");
  expect(mask(`X=${encodeURIComponent(TOKEN).slice(0, -6)}`, [TOKEN])).toBe("X=***");
  expect(mask(`"${btoa(`{"token":"${TOKEN}"}`).slice(20, 40)}`, [TOKEN])).toMatch(/^".{0,3}\*\*\*.{0,3}$/);
});

test("masks a secret whose beginning repeats itself", () => {
  const secret = `${"ab".repeat(6)}SECRET-SECRET`;
  expect(mask(`ab${secret}`, [secret])).not.toContain("SECRET");
});

const hexOf = (text: string) => Buffer.from(text).toString("hex");
const base64urlOf = (text: string) => Buffer.from(text).toString("base64url");
const entities = (text: string, format: (code: number) => string) =>
  Array.from(text, (character) => format(character.codePointAt(0) ?? 0)).join("");
const ascii = (text: string) =>
  JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

test.each<readonly [string, (secret: string) => string]>([
  ["base64", (text) => Buffer.from(text).toString("base64")],
  ["base64 behind one more byte", (text) => Buffer.from(`:${text}`).toString("base64")],
  ["base64 behind two more bytes", (text) => Buffer.from(`u:${text}`).toString("base64")],
  ["base64 behind and before other text", (text) => Buffer.from(`u:${text}; more`).toString("base64")],
  ["base64 behind a character of its alphabet", (text) => `/${Buffer.from(text).toString("base64")}`],
  ["base64url", base64urlOf],
  ["base64url behind one more byte", (text) => base64urlOf(`:${text}`)],
  ["base64 in a query", (text) => encodeURIComponent(Buffer.from(text).toString("base64"))],
  ["hex", hexOf],
  ["hex behind a character of its alphabet", (text) => `e${hexOf(text)}`],
  ["upper-case hex", (text) => hexOf(text).toUpperCase()],
  ["a query", (text) => new URLSearchParams({ "": text }).toString().slice(1)],
  ["percent encoding", encodeURIComponent],
  ["lower-case percent encoding", (text) => encodeURIComponent(text).toLowerCase()],
  ["percent encoding of each byte", (text) => hexOf(text).replace(/../g, "%$&")],
  ["percent encoding, twice", (text) => encodeURIComponent(encodeURIComponent(text))],
  [
    "percent encoding, three times",
    (text) => [1, 2, 3].reduce((encoded) => encodeURIComponent(encoded), text),
  ],
  ["JSON", (text) => JSON.stringify(text).slice(1, -1)],
  ["JSON within JSON", (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3)],
  ["JSON with escaped slashes", (text) => JSON.stringify(text).slice(1, -1).replaceAll("/", "\\/")],
  ["ASCII JSON", ascii],
  [
    "ASCII JSON with upper-case digits",
    (text) => ascii(text).replace(/u(\w{4})/g, (_all, d) => `u${d.toUpperCase()}`),
  ],
  [
    "JSON with every character escaped",
    (text) => text.replace(/[\s\S]/g, (c) => `\\u${hexOf(`\0${c}`).slice(-2).padStart(4, "0")}`),
  ],
  [
    "HTML",
    (text) =>
      text
        .replaceAll("&", "&amp;")
        .replaceAll('"', "&quot;")
        .replaceAll("<", "&lt;")
        .replaceAll("'", "&apos;"),
  ],
  [
    "HTML with upper-case names",
    (text) => text.replaceAll("&", "&AMP;").replaceAll('"', "&QUOT;").replaceAll(">", "&GT;"),
  ],
  ["HTML, twice", (text) => text.replaceAll("&", "&amp;amp;").replaceAll('"', "&amp;quot;")],
  ["decimal entities", (text) => entities(text, (code) => `&#${code};`)],
  ["decimal entities with zeros", (text) => entities(text, (code) => `&#000${code};`)],
  ["hexadecimal entities with zeros", (text) => entities(text, (code) => `&#x000${code.toString(16)};`)],
  ["hexadecimal entities", (text) => entities(text, (code) => `&#x${code.toString(16)};`)],
  [
    "upper-case hexadecimal entities",
    (text) => entities(text, (code) => `&#X${code.toString(16).toUpperCase()};`),
  ],
  ["entities without a semicolon", (text) => entities(text, (code) => `&#${code}`)],
  ["lower case", (text) => text.toLowerCase()],
  ["upper case", (text) => text.toUpperCase()],
])("masks a secret that is echoed in %s, and leaves the text around it", (how, encodeSecret) => {
  // JSON with every character escaped as one byte is for ASCII only.
  for (const secret of [
    "short&\"'",
    "canary&\"/+Secret<'>==value 100%25",
    ...(/every/.test(how) ? [] : ["päss\\wørd-一😀"]),
  ]) {
    if (/case$/.test(how) && /[^ -~]/.test(secret)) continue; // Of another case are ASCII letters only.
    const shown = mask(`before ${encodeSecret(secret)} after`, [secret]);
    expect(shown, secret).toMatch(/^before \S{0,4}\*\*\*\S{0,16} after$/);
  }
});

test("masks a secret that has escapes itself, as it is and as it is echoed", () => {
  const secret = 'a%2525b&amp;amp;"c\\u0041';
  expect(mask(`x=${secret}`, [secret])).toBe("x=***");
  expect(mask(JSON.stringify({ secret }), [secret])).toBe('{"secret":"***"}');
  expect(mask(encodeURIComponent(secret), [secret])).toBe("***");
});

test("leaves JSON valid", () => {
  const secret = 'p"a/ss+wo\\rd-secret';
  const echoes = [
    secret,
    btoa(secret),
    btoa(`x${secret}`),
    hexOf(secret),
    base64urlOf(secret),
    secret.slice(3),
  ];
  for (const echo of echoes) {
    const shown = mask(JSON.stringify({ error_msg: echo, next: [echo, 1] }), [secret]);
    expect(JSON.parse(shown)).toMatchObject({ error_msg: expect.stringContaining("***") });
  }
});

test("still masks the secrets of earlier requests, the latest ones", () => {
  const mask = createMask();
  mask("", ["the-previous-token", "another-secret"]);
  expect(mask("the-previous-token and the-new-token", ["the-new-token"])).toBe("*** and ***");
  for (let request = 0; request < 3; request++) mask("", [`signature-of-request-${request}`]);
  expect(mask("the-previous-token", ["the-new-token"])).toBe("***");
  // They do not add up in a program that runs for years.
  const numbers = (from: number) => Array.from({ length: 12_000 }, (_, index) => from + index).join();
  for (let request = 1; request <= 3; request++) mask("", [numbers(request * 100_000)]);
  expect(mask("the-previous-token and the-new-token", ["the-new-token"])).toBe("the-previous-token and ***");
});

test("masks each of many secrets of one request", () => {
  const secrets = Array.from({ length: 40 }, (_, index) => `secret-part-${index}-of-many`);
  expect(mask(secrets.join(" "), secrets).replaceAll("*** ", "")).toBe("***");
});

test("masks texts with all kinds of broken escapes", () => {
  const escapes = [
    "\\",
    "u",
    "d",
    "8",
    "0",
    "a",
    "&",
    "#",
    "x",
    ";",
    "%",
    '"',
    "amp",
    "\\ud83d",
    "&#x",
    "é",
    "😀",
    "\ud83d",
  ];
  const text = fc.array(fc.constantFrom(...escapes), { maxLength: 12 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(mask(`${before} not-a-real-token ${after}`, ["not-a-real-token"])).toContain(" *** ");
    }),
    { numRuns: 2000 },
  );
});

test("takes a number of steps that is proportional to the text, for the worst texts too", () => {
  const has = vi.spyOn(Set.prototype, "has");
  const stepsFor = (text: string, secret: string) => {
    has.mockClear();
    mask(text, [secret]);
    return has.mock.calls.length;
  };
  const worst = ["a", "%25", "&amp;", "&#0", "\\\\", "\\u005cu005c", "%2525252525", "4141", "QUFB"];
  try {
    for (const part of worst) {
      const secret = `${part.repeat(500)}b`;
      for (const length of [1000, 8000]) {
        expect(stepsFor(part.repeat(length).slice(0, length), secret)).toBeLessThan(
          60 * (length + secret.length),
        );
      }
    }
  } finally {
    has.mockRestore();
  }
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

test("no encoded part of a secret of twelve bytes or more survives", () => {
  const ways = [
    (text: string) => text,
    encodeURIComponent,
    (text: string) => JSON.stringify(text).slice(1, -1),
    hexOf,
    base64urlOf,
    (text: string) => Buffer.from(text).toString("base64"),
    (text: string) => entities(text, (code) => `&#x${code.toString(16)};`),
  ];
  const secret = fc.string({ unit: "grapheme", minLength: 12, maxLength: 60 });
  const around = fc.stringMatching(/^[ -~]{0,9}$/);
  fc.assert(
    fc.property(
      secret,
      fc.nat(40),
      fc.constantFrom(...ways),
      around,
      around,
      (value, from, encode, before, after) => {
        const part = value.slice(from, from + 30);
        fc.pre(!/\p{Cs}/u.test(part) && new TextEncoder().encode(part).length >= 12);
        const echo = encode(part);
        expect(mask(`${before}${echo}${after}`, [value])).not.toContain(echo);
      },
    ),
    { numRuns: 1000 },
  );
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
