import { iam, images, mockControl, sts } from "@workspace-images/spec";
import { getHttpOperationsFromSpec } from "./prism-library.ts";

/** The operations of a description, in the form that Prism takes. */
export type Operations = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>;

const served = [images, iam, sts];

/** The paths that the mock serves. A description without them would not validate anything. */
const servedPaths = served.flatMap(({ paths }) => Object.keys(paths));

/** A path without the names of its parameters, which another description may choose. */
const shape = (path: string) => path.replaceAll(/\{[^}]*\}/g, "{}");

/** Returns the operations of the control of the mock. */
export function controlOperations(): Promise<Operations> {
  return getHttpOperationsFromSpec(structuredClone(mockControl));
}

/** Reads an OpenAPI file, by default the descriptions of the images, of IAM and of STS. */
export async function readOperations(file: string | undefined): Promise<Operations> {
  if (file === undefined) {
    // Copies, because Prism resolves references in place.
    const operations = await Promise.all(
      served.map((description) => getHttpOperationsFromSpec(structuredClone(description))),
    );
    return operations.flat();
  }
  try {
    const operations = await getHttpOperationsFromSpec(file);
    if (operations.some(({ path }) => servedPaths.map(shape).includes(shape(path)))) return operations;
    throw new Error(`It describes none of these paths: ${servedPaths.join(", ")}.`);
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `Cannot use the description ${file}. It must be an OpenAPI file that only refers to files on this machine. ${problem}`,
      { cause },
    );
  }
}
