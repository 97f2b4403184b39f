import type { Credentials, Transport } from "./call/call.ts";
import { requireSuccess } from "./call/outcome.ts";
import { ResponseError } from "./errors/errors.ts";
import { requireInput } from "./errors/requirement.ts";
import type { operations } from "./generated/iam.gen.ts";

type ProjectList = operations["listProjects"]["responses"]["200"]["content"]["application/json"];

function isProjectId(value: unknown): value is string {
  return typeof value === "string" && /^(?!\.{1,2}$)[\w.~-]{1,255}$/.test(value);
}

/** @throws {InputError} unless `value` can be a segment of a path as it is. */
export function checkProjectId(value: unknown): string {
  requireInput(
    isProjectId(value),
    "projectId",
    value,
    "1 to 255 letters, digits or - . _ ~ (usually 32 hexadecimal digits)",
  );
  return value as string;
}

/**
 * Looks up the ID of the project whose name is that of the region. Creates nothing.
 *
 * @throws {ResponseError} when there is no such project with a valid ID, or more than one.
 */
export async function lookUpProject(
  transport: Transport,
  iamEndpoint: string,
  region: string,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<string> {
  const headers = { "Content-Type": "application/json" };
  const request = new Request(`${iamEndpoint}/v3/projects?name=${region}`, { headers, signal });
  const outcome = await transport(request, {
    target: "iam",
    credentials,
    findMissing: ({ projects }) => (Array.isArray(projects) ? undefined : "projects"),
  });
  const { projects } = requireSuccess(outcome).data as ProjectList;
  const [project, ...others] = projects.filter((one) => one?.name === region && isProjectId(one.id));
  if (project && others.length === 0) return project.id;
  throw new ResponseError(
    `IAM has ${project ? `${others.length + 1} projects` : "no project"} named "${region}". Set projectId`,
    "project",
  );
}
