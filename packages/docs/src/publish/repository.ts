/** Returns the URL of the repository whose GitHub Pages have this URL, or undefined if the site is elsewhere. */
export function repositoryOf(site: URL | undefined): string | undefined {
  const [, owner] = /^([\w-]+)\.github\.io$/.exec(site?.hostname ?? "") ?? [];
  const [, name] = site?.pathname.split("/") ?? [];
  return owner ? `https://github.com/${owner}/${name || `${owner}.github.io`}` : undefined;
}
