import { Help } from "commander";

/** Wraps a text between words to fit a width. Indents every line but the first, behind the bullet if there is one. */
export function wrap(text: string, width: number, indent = 0): string {
  if (!Number.isFinite(width)) return text;
  const help = new Help();
  help.minWidthToWrap = 1;
  const bullet = text.startsWith("- ") ? "- " : "";
  const hanging = indent + bullet.length;
  const wrapped = help.boxWrap(text.slice(bullet.length), Math.max(20, width - hanging));
  return bullet + wrapped.replaceAll("\n", `\n${" ".repeat(hanging)}`);
}
