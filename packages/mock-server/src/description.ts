import { iam, images } from "@workspace-images/spec";
import { getHttpOperationsFromSpec } from "./prism-library.ts";

/** The operations of a description, as Prism wants them. */
export type Operations = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>;

// Paths of what the mock answers. A description with none of them would let everything pass unchecked.
const answered = /^\/v2\/[^/]+\/images$|^\/v3\/(auth\/tokens|projects)$/;

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
    const operations = await getHttpOperationsFromSpec(file);
    if (operations.some(({ path }) => answered.test(path))) return operations;
    throw new Error("it describes none of /v2/{project_id}/images, /v3/auth/tokens and /v3/projects");
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `${file} cannot be served, it has to be a readable OpenAPI file, and on this machine with all that it refers to: ${problem}`,
      { cause },
    );
  }
}
