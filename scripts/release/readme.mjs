// READMEs say that the packages are not on npm yet, between two comments, until the first release.
const NOTICE = /<!-- unreleased -->\n.*?<!-- \/unreleased -->\n\n?/gs;
const RELATIVE_LINK = /\]\((?!#|[a-z]+:)([^)\s]+)\)/g;
const RELATIVE_PICTURE = /(src|srcset)="(?![a-z]+:)([^"\s]+)"/g;

/** @param {string} readme */
export function hasNotice(readme) {
  return readme.search(NOTICE) >= 0;
}

/** @param {string} readme */
export function withoutNotice(readme) {
  return readme.replace(NOTICE, "");
}

/**
 * Makes relative links and pictures absolute, for readers outside of the repository.
 *
 * @param {string} readme
 * @param {string} base address of the README's folder, with a slash at its end
 */
export function withAbsoluteLinks(readme, base) {
  return readme
    .replace(RELATIVE_LINK, (_, link) => `](${new URL(link, base)})`)
    .replace(RELATIVE_PICTURE, (_, name, link) => `${name}="${new URL(link, base)}?raw=true"`);
}
