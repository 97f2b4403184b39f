import { styleText } from "node:util";

type Format = Parameters<typeof styleText>[0];

/** Colours a text, or returns it unchanged. */
export type Paint = (format: Format, text: string) => string;

function isColoured(stream: { readonly isTTY?: boolean }): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return stream.isTTY === true && TERM !== "dumb";
}

/** Creates the colours of a stream: the sixteen of the user's terminal, or none. */
export function createPaint(stream: { readonly isTTY?: boolean }): Paint {
  const coloured = isColoured(stream);
  return (format, text) => (coloured ? styleText(format, text, { validateStream: false }) : text);
}
