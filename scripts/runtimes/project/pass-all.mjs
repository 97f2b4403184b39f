/**
 * Gives the names of behaviours, after each of them was seen.
 *
 * @param {Readonly<Record<string, () => unknown>>} behaviours
 */
export async function passAll(behaviours) {
  for (const [name, check] of Object.entries(behaviours)) {
    try {
      await check();
    } catch (cause) {
      throw new Error(`${name}: ${cause}`, { cause });
    }
  }
  return Object.keys(behaviours);
}
