import { apis } from "./model/api.ts";
import { operations } from "./model/operation.ts";

/** Groups of the sidebar: one for each description, with its overview and its operations. */
export const referenceSidebar = apis.map((api) => ({
  label: api.title,
  items: [
    { label: `${api.title} overview`, link: `/reference/${api.name}.html` },
    ...operations
      .filter((operation) => operation.api === api)
      .map(({ title, page }) => ({ label: title, link: `/${page}.html` })),
  ],
}));
