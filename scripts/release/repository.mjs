/**
 * Names the repository by its web address, such as `https://github.com/owner/name`.
 *
 * @param {Record<string, string | undefined>} env variables of a workflow, which take precedence
 * @param {() => string} remote gives what the clone fetches from, if anything
 */
export function repositoryAddress({ GITHUB_SERVER_URL, GITHUB_REPOSITORY }, remote) {
  if (GITHUB_SERVER_URL && GITHUB_REPOSITORY) return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`;
  const url = remote();
  if (!url) throw new Error('there is no remote "origin". Use git remote add origin <address>');
  const [, host, path] =
    /^(?:https?|ssh|git):\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\/(.+)$/.exec(url) ??
    /^(?:[^/@:]+@)?([^/:]{2,}):([^/].*)$/.exec(url) ??
    [];
  if (!host || !path) {
    throw new Error(
      `the remote "origin" is ${url}, not a hosted repository. Use git remote set-url origin <address>`,
    );
  }
  return `https://${host}/${path.replace(/\/$/, "").replace(/\.git$/, "")}`;
}
