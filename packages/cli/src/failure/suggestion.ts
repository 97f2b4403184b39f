/** Whether one letter was left out, added, replaced, or swapped with the next one; the first letter is rarely wrong. */
function isTypo(word: string, meant: string): boolean {
  const most = Math.min(word.length, meant.length);
  let start = 0;
  while (start < most && word[start] === meant[start]) start++;
  let end = 0;
  while (end < most - start && word.at(-1 - end) === meant.at(-1 - end)) end++;
  const [typed = "", wanted = ""] = [word, meant].map((text) => text.slice(start, text.length - end));
  const isSwapped = typed.length === 2 && typed === [...wanted].reverse().join("");
  return start > 0 && (isSwapped || Math.max(typed.length, wanted.length) <= 1);
}

/**
 * Suggests names for one that does not exist: those that differ by one slip of the finger, else those that begin with it.
 * A name that is merely similar would be misleading.
 */
export function suggest(word: string, names: readonly string[]): string | undefined {
  const typos = names.filter((name) => isTypo(word, name));
  const found = typos.length > 0 ? typos : names.filter((name) => word.length > 1 && name.startsWith(word));
  if (found.length === 0 || found.length > 3) return undefined;
  return found.length === 1 ? found[0] : `${found.slice(0, -1).join(", ")} or ${found.at(-1)}`;
}
