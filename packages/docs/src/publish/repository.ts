import type { StarlightUserConfig } from "@astrojs/starlight/types";

/** Returns the links of each page to the repository, if its address is known: in the header, and to edit the page. */
export function repositoryLinks(
  repository: string | undefined,
): Pick<StarlightUserConfig, "editLink" | "social"> {
  if (!repository) return {};
  const address = repository.replace(/\/$/, "");
  const icon = new URL(address).hostname === "github.com" ? "github" : "external";
  return {
    social: [{ icon, label: "Repository", href: address }],
    editLink: { baseUrl: `${address}/edit/main/packages/docs/` },
  };
}
