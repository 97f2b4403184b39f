/** Characters that move the cursor, change colours or reverse the direction of text. */
const CONTROLS = String.raw`[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]`;
const ANY_CONTROLS = new RegExp(`${CONTROLS}+`, "gu");
/** Line breaks between the values of a JSON document stay. */
const CONTROL_IN_JSON = new RegExp(`(?!\n)${CONTROLS}`, "gu");

/** Replaces the control characters in text of the service, so that it cannot control the terminal. */
export function printable(text: string): string {
  return text.replace(ANY_CONTROLS, "\ufffd");
}

/** Escapes the control characters that `JSON.stringify` leaves unescaped. The document means the same. */
export function printableJson(json: string): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return json.replace(CONTROL_IN_JSON, escaped);
}
