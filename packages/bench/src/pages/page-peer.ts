/** A way to show the description of the images in a browser. */
export interface PagePeer {
  readonly name: string;
  /** Writes what has to be served into a folder, and returns the path of the view with the operation. */
  write(folder: string): Promise<string>;
}
