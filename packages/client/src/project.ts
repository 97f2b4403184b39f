import type { Credentials } from "./credentials.ts";
import { ResponseError } from "./errors.ts";
import type { operations } from "./iam.gen.ts";
import type { Transport } from "./transport.ts";

type ProjectList = operations["listProjects"]["responses"]["200"]["content"]["application/json"];

/**
 * Finds the ID of the project that has the name of the region. Nothing is ever created.
 *
 * @throws {ResponseError} when there is no such project, or more than one.
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
  const answer = await transport(request, {
    ...credentials,
    expected: ({ projects }) => (Array.isArray(projects) ? undefined : "no projects"),
  });
  const { projects } = (await answer.json()) as ProjectList;
  const [project, ...others] = projects.filter((one) => one?.name === region && typeof one.id === "string");
  if (project && others.length === 0) return project.id;
  throw new ResponseError(
    `IAM knows ${project ? `${others.length + 1} projects` : "no project"} named "${region}"; give projectId instead`,
    "project",
  );
}
