import type { StarlightUserConfig } from "@astrojs/starlight/types";

/** Returns the links of each page to the repository, if its address is known: in the header, and to edit the page. */
export function repositoryLinks(
  repository: string | undefined,
): Pick<StarlightUserConfig, "editLink" | "social"> {
  if (!repository) return {};
  const icon = new URL(repository).hostname === "github.com" ? "github" : "external";
  return {
    social: [
      { icon, label: "Repository", href: repository },
      { icon: "comment", label: "Issues", href: `${repository}/issues` },
    ],
    editLink: { baseUrl: `${repository}/edit/main/packages/docs/` },
  };
}

/** Returns the URL of the repository: that in `REPOSITORY_URL`, else that whose GitHub Pages have this URL, if any. */
export function repositoryOf(site: URL | undefined): string | undefined {
  const given = process.env["REPOSITORY_URL"];
  if (given) return given.replace(/\/$/, "");
  const [, owner] = /^([\w-]+)\.github\.io$/.exec(site?.hostname ?? "") ?? [];
  const [, name] = site?.pathname.split("/") ?? [];
  return owner ? `https://github.com/${owner}/${name || `${owner}.github.io`}` : undefined;
}
