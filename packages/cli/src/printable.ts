/** What moves the cursor, colours a terminal, or turns the direction of writing. */
const COMMANDS = String.raw`[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]`;
const ANY_COMMANDS = new RegExp(`${COMMANDS}+`, "gu");
/** The line breaks of JSON itself are outside its texts. */
const COMMAND_IN_JSON = new RegExp(`(?!\n)${COMMANDS}`, "gu");

/** Text of the service without what a terminal would obey. */
export function printable(text: string): string {
  return text.replace(ANY_COMMANDS, "\ufffd");
}

/** JSON that says the same, with what a terminal would obey escaped: JSON alone escapes only a part of it. */
export function printableJson(json: string): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return json.replace(COMMAND_IN_JSON, escaped);
}
