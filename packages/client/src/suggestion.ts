/** Tells whether `edits` letters inserted, deleted or replaced at the most turn `a` into `b`. */
function isNear(a: string, b: string, edits: number): boolean {
  if (!a || !b) return a.length + b.length <= edits;
  const [restOfA, restOfB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return isNear(restOfA, restOfB, edits);
  return (
    edits > 0 &&
    (isNear(restOfA, restOfB, edits - 1) || isNear(restOfA, b, edits - 1) || isNear(a, restOfB, edits - 1))
  );
}

/** The name that was probably meant, as ` Did you mean "name"?`, or nothing. */
export function suggest(name: string, names: readonly string[]): string {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, "");
  const [nearest] = [0, 1, 2].flatMap((edits) =>
    names.filter((candidate) => isNear(plain(name), plain(candidate), edits)),
  );
  return nearest ? ` Did you mean "${nearest}"?` : "";
}
