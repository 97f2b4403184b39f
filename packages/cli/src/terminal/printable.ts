/** Scripts that write a word differently with an invisible joiner in it, such as Persian and Hindi. */
const SCRIPTS = [
  "Arab",
  "Syrc",
  "Deva",
  "Beng",
  "Guru",
  "Gujr",
  "Orya",
  "Taml",
  "Telu",
  "Knda",
  "Mlym",
  "Sinh",
];
const LETTER = `[${SCRIPTS.map((script) => String.raw`\p{Script_Extensions=${script}}`).join("")}]`;
const EMOJI = String.raw`\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?`;
/** Invisible characters that stay: joiners inside a word of these scripts or inside an emoji, and the style of an emoji. */
const NEEDED = [
  String.raw`(?<=${LETTER})[\u200c\u200d](?=${LETTER})`,
  String.raw`(?<=${EMOJI})\u200d(?=${EMOJI})`,
  String.raw`(?<=\p{Extended_Pictographic})[\ufe0e\ufe0f]`,
].join("|");
/** Characters that move the cursor, change colours, reverse the direction of text, or cannot be seen. */
const HIDDEN = String.raw`(?!${NEEDED})[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]`;
const HIDDEN_TEXT = new RegExp(`(?:${HIDDEN})+`, "gu");
/** Line breaks between the values of a JSON document stay. */
const HIDDEN_IN_JSON = new RegExp(`(?!\n)${HIDDEN}`, "gu");

/** Replaces what hides or controls in text of others, so that it cannot control the terminal or look like another text. */
export function printable(text: string): string {
  return text.replace(HIDDEN_TEXT, "\ufffd");
}

/** Characters of a long text that are shown in a message. */
const LONGEST = 2000;

/** Returns the printable beginning of a text that is shown in a message. */
export function excerpt(text: string): string {
  return printable(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}

/** Escapes the same characters if `JSON.stringify` leaves them unescaped. The document means the same. */
export function printableJson(json: string): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return json.replace(HIDDEN_IN_JSON, (character) => character.split("").map(escaped).join(""));
}
