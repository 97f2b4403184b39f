import { iam, images } from "@workspace-images/spec";
import { getHttpOperationsFromSpec } from "./prism-library.ts";

/** The operations of a description, as Prism wants them. */
export type Operations = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>;

/** Reads an OpenAPI file, or the descriptions of the images and of IAM when no file is given. */
export async function readOperations(file: string | undefined): Promise<Operations> {
  if (file === undefined) {
    // Copies, because Prism resolves references in place.
    const operations = await Promise.all(
      [images, iam].map((d) => getHttpOperationsFromSpec(structuredClone(d))),
    );
    return operations.flat();
  }
  try {
    return await getHttpOperationsFromSpec(file);
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${file} cannot be served, it has to be a readable OpenAPI file: ${problem}`, { cause });
  }
}
