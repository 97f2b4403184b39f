/// <reference types="node" />
import { homedir, userInfo } from "node:os";
import { isAbsolute } from "node:path";

/** Returns the home folder of the user; undefined if there is none. Never the current folder, as for an empty `HOME`. */
export function findHomeFolder(): string | undefined {
  for (const find of [homedir, () => userInfo().homedir]) {
    try {
      const home = find();
      if (isAbsolute(home)) return home;
    } catch {
      // The system does not know the user.
    }
  }
  return undefined;
}
