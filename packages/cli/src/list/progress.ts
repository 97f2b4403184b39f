import { plural } from "../terminal/plural.ts";

/** Counts what a listing has read, and shows it on a terminal. */
export interface Progress {
  readonly pages: number;
  readonly images: number;
  /** Counts a page. */
  add(images: number): void;
  /** Removes the line. */
  clear(): void;
}

const DELAY = 500;
const CLEAR = "\r\x1b[K";

/** Creates the progress of a listing. The line appears after half a second. */
export function createProgress({ isShown }: { readonly isShown: boolean }): Progress {
  let pages = 0;
  let images = 0;
  let isVisible = false;
  const startedAt = performance.now();
  function show(): void {
    if (performance.now() - startedAt < DELAY) return;
    isVisible = true;
    process.stderr.write(`${CLEAR}Listing: ${plural(pages, "page")}, ${plural(images, "image")}`);
  }
  const timer = isShown ? setInterval(show, 100).unref() : undefined;
  return {
    get pages() {
      return pages;
    },
    get images() {
      return images;
    },
    add(count) {
      pages += 1;
      images += count;
    },
    clear() {
      clearInterval(timer);
      if (isVisible) process.stderr.write(CLEAR);
      isVisible = false;
    },
  };
}
