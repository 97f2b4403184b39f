/** The page that a server shows at any address that leads to none. */
export const NOT_FOUND = "404.html";

/** The location of a page. */
export interface Place {
  /** Path of its file, relative to the root of the site. */
  readonly name: string;
  /** Base path that Starlight puts before its links. */
  readonly base: string;
  /** Whether the build knows the address of the site. */
  readonly hasAddress: boolean;
}
