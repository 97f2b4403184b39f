import { iam, images, mockControl } from "@workspace-images/spec";
import { getHttpOperationsFromSpec } from "./prism-library.ts";

/** The operations of a description, in the form that Prism takes. */
export type Operations = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>;

// The paths that the mock serves. A description without them would not validate anything.
const servedPath = /^\/v2\/[^/]+\/images$|^\/v3\/(auth\/tokens|projects)$/;

/** Returns the operations of the control of the mock. */
export function controlOperations(): Promise<Operations> {
  return getHttpOperationsFromSpec(structuredClone(mockControl));
}

/** Reads an OpenAPI file, by default the descriptions of the images and of IAM. */
export async function readOperations(file: string | undefined): Promise<Operations> {
  if (file === undefined) {
    // Copies, because Prism resolves references in place.
    const operations = await Promise.all(
      [images, iam].map((description) => getHttpOperationsFromSpec(structuredClone(description))),
    );
    return operations.flat();
  }
  try {
    const operations = await getHttpOperationsFromSpec(file);
    if (operations.some(({ path }) => servedPath.test(path))) return operations;
    throw new Error("It describes none of /v2/{project_id}/images, /v3/auth/tokens and /v3/projects.");
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `Cannot use the description ${file}. It must be an OpenAPI file that only refers to files on this machine. ${problem}`,
      { cause },
    );
  }
}
