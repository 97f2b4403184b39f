import { apis } from "../reference/model/api.ts";
import { type MarkdownTwin, markdownText } from "./markdown-twin.ts";

/** A group of twins. */
export interface Chapter {
  readonly title: string;
  readonly twins: readonly MarkdownTwin[];
}

const INTRODUCTION = `# Workspace Images

> A typed client, a mock and an API reference for one call, GET /v2/{project_id}/images: the product images of Huawei
> Cloud Workspace. An independent project, built from public documents.

All pages in one file: [llms-full.txt](llms-full.txt)`;

const DESCRIPTIONS = [
  "## Descriptions",
  "",
  ...apis.flatMap(({ description, bundles }) =>
    bundles.map(
      (name) =>
        `- [${name}.yaml](${name}.yaml): OpenAPI ${name.endsWith("3.0") ? "3.0" : "3.1"}. ${description.info.summary}`,
    ),
  ),
].join("\n");

/** Writes `llms.txt`: what the site is about, and a link to each twin with its description. */
export function llmsText(chapters: readonly Chapter[]): string {
  const sections = chapters.map(({ title, twins }) => {
    const links = twins.map((twin) => `- [${twin.title}](${twin.name}): ${twin.description}`);
    return `## ${title}\n\n${links.join("\n")}`;
  });
  return `${[INTRODUCTION, ...sections, DESCRIPTIONS].join("\n\n")}\n`;
}

/** Writes `llms-full.txt`: all twins, one after the other. */
export function llmsFullText(chapters: readonly Chapter[]): string {
  const twins = chapters.flatMap((chapter) => chapter.twins);
  const names = new Set(twins.map(({ name }) => name));
  return twins.map((twin) => markdownText(twin, names, "")).join("\n---\n\n");
}
