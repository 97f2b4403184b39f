import {
  accessKeyAuth,
  createImagesClient,
  type ImageInfo,
  isWorkspaceImagesError,
  tokenAuth,
} from "@workspace-images/client";
import { createMock } from "@workspace-images/mock";
import { faults } from "./fault.ts";
import { createStepRecorder, type Step } from "./step.ts";
import type { Trial } from "./trial.ts";

/** The outcome of a trial: the images, none if it failed, and a sentence about it. */
export interface Outcome {
  readonly images: readonly ImageInfo[];
  readonly sentence: string;
}

const KEY = { accessKey: "EXAMPLEACCESSKEY", secretKey: "not-a-real-secret-key" };

/** Runs a trial with the real client on a new mock, and reports each step. */
export async function runTrial(
  { call, credential, fault: name, query }: Trial,
  report: (step: Step) => void,
  signal: AbortSignal,
): Promise<Outcome> {
  const mock = createMock({ accessKeys: { [KEY.accessKey]: KEY.secretKey } });
  const { fault } = faults.find((known) => known.name === name) ?? {};
  if (fault) mock.inject(fault);
  const images = createImagesClient({
    endpoint: mock.url,
    projectId: "29dfe82ada564ac2b927e1ff036d9a9b",
    auth: credential === "key" ? accessKeyAuth(KEY) : tokenAuth(() => `not-real-${mock.requests.length}`),
    ...createStepRecorder(mock.fetch, report),
  });
  try {
    if (call === "list") {
      const page = await images.list(query, { signal });
      const sentence = `${counted(page.images)} on this page, total_count ${page.total_count}`;
      return { images: page.images, sentence };
    }
    const found: ImageInfo[] = [];
    for await (const image of images.items(query, { signal })) found.push(image);
    return { images: found, sentence: counted(found) };
  } catch (error) {
    if (!isWorkspaceImagesError(error)) throw error;
    return { images: [], sentence: `${error.name}: ${error.message}` };
  }
}

function counted({ length }: readonly unknown[]): string {
  return `${length} ${length === 1 ? "image" : "images"}`;
}
