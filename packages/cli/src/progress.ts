/** Tells how far a long listing has come, on a terminal. */
export interface Progress {
  readonly pages: number;
  readonly images: number;
  /** Counts a page. */
  add(images: number): void;
  /** Takes the line away. */
  clear(): void;
}

const DELAY = 500;
const CLEAR = "\r\x1b[K";

/** Creates the progress of a listing; the line appears after half a second. */
export function createProgress({ isShown }: { readonly isShown: boolean }): Progress {
  let pages = 0;
  let images = 0;
  let isVisible = false;
  const startedAt = performance.now();
  function show(): void {
    if (performance.now() - startedAt < DELAY) return;
    isVisible = true;
    process.stderr.write(`${CLEAR}Listing: ${pages} pages, ${images} images`);
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
