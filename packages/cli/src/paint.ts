import { styleText } from "node:util";

type Format = Parameters<typeof styleText>[0];

/** Colours a text, or leaves it as it is. */
export type Paint = (format: Format, text: string) => string;

function isColored(stream: { readonly isTTY?: boolean }): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return stream.isTTY === true && TERM !== "dumb";
}

/** Colours for a terminal, with the sixteen that its user has chosen; none where nobody sees them or NO_COLOR is set. */
export function createPaint(stream: { readonly isTTY?: boolean }): Paint {
  const colored = isColored(stream);
  return (format, text) => (colored ? styleText(format, text, { validateStream: false }) : text);
}
