/** Returns the text of a property: empty if there is no value, JSON if it is a list or an object. */
export function cellText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
