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

const DESCRIPTIONS = `## Descriptions

- [images.yaml](images.yaml): OpenAPI 3.1 description of the images API
- [iam.yaml](iam.yaml): OpenAPI 3.1 description of the two IAM calls that a client needs
- [images-3.0.yaml](images-3.0.yaml), [iam-3.0.yaml](iam-3.0.yaml): the same in OpenAPI 3.0, for tools that do not read 3.1`;

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
