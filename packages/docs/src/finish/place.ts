/** Where a page stands. */
export interface Place {
  /** Path of its file below the root of the site. */
  readonly name: string;
  /** Path of the site that the theme puts before its links. */
  readonly base: string;
}
