import type { Root } from "hast";
import { select, selectAll } from "hast-util-select";
import type { Place } from "../page/place.ts";

const PAGES: Readonly<Record<string, { readonly title?: string; readonly description: string }>> = {
  "reference/images.html": {
    title: "Images API",
    description: "What the API description of the product images covers, its servers and credentials.",
  },
  "reference/images/operations/listimages.html": {
    description: "GET /v2/{project_id}/images: every parameter, field, status and example, with samples.",
  },
  "reference/iam.html": {
    title: "IAM API",
    description: "What the API description of the two IAM calls covers, its servers and credentials.",
  },
  "reference/iam/operations/createtoken.html": {
    description: "POST /v3/auth/tokens: turns a password into a token for one project.",
  },
  "reference/iam/operations/listprojects.html": {
    description: "GET /v3/projects: finds the ID of a project by its name.",
  },
};

/** Gives each page of the reference its own title and description, also in the links from other pages. */
export function referenceTitles(page: Root, { name, base }: Place): void {
  for (const [target, { title }] of Object.entries(PAGES)) {
    const href = `${base.replace(/\/$/, "")}/${target}`;
    const label = select(`footer a[href='${href}'] .link-title`, page);
    if (label && title) label.children = [{ type: "text", value: title }];
  }
  const { title, description } = PAGES[name] ?? {};
  for (const meta of selectAll("meta[name=description], meta[property='og:description']", page)) {
    if (description) meta.properties["content"] = description;
  }
  if (!title) return;
  for (const heading of selectAll("title, h1", page)) {
    for (const text of heading.children) {
      if (text.type === "text") text.value = text.value.replace(/^\s*Overview/, title);
    }
  }
  const shared = select("meta[property='og:title']", page);
  if (shared) shared.properties["content"] = title;
}
