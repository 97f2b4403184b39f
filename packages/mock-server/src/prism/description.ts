import { iam, images, mockControl, sts } from "@workspace-images/spec";
import { getHttpOperationsFromSpec } from "./prism-library.ts";

/** The operations of a description, in the form that Prism takes. */
export type Operations = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>;

const served = [images, iam, sts];
// The paths that the mock serves. A description without them would not validate anything.
const servedPaths = served.flatMap(({ paths }) => Object.keys(paths));

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
    // Another description may name a parameter in another way.
    const withoutNames = (path: string) => path.replace(/{[^}]*}/g, "{}");
    const isServed = (path: string) => servedPaths.map(withoutNames).includes(withoutNames(path));
    if (operations.some(({ path }) => isServed(path))) return operations;
    throw new Error(`It describes none of ${servedPaths.join(", ")}.`);
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `Cannot use the description ${file}. It must be an OpenAPI file that only refers to files on this machine. ${problem}`,
      { cause },
    );
  }
}
