import { type Answer, iamErrorAnswer } from "./answer.ts";
import type { ReceivedRequest } from "./received-request.ts";
import type { Tokens } from "./tokens.ts";
import type { SignIn, Totp, Users } from "./users.ts";

/** The project that IAM knows, or what a request says of one. */
export interface Project {
  id?: string | undefined;
  name?: string | undefined;
}

/** Answers the two calls of IAM that a client of the images needs. */
export interface Iam {
  /**
   * Answers `POST /v3/auth/tokens`: a token in the header `X-Subject-Token`, for 24 hours of the clock and without a
   * catalog of services. A request for a token of a whole account is refused as invalid; Workspace would not accept it.
   */
  createToken(request: ReceivedRequest): Answer;
  /** Answers `GET /v3/projects`, of whose parameters it obeys `name`. */
  listProjects(request: ReceivedRequest): Answer;
}

const projectId = "0123456789abcdef0123456789abcdef";
const domainId = "00000000000000000000000000000000";
const lifetime = 24 * 60 * 60_000;

/** Creates the IAM of one project; what is not known of it may be anything. */
export function createIam(known: Project, signIn: Users, tokens: Tokens, now: () => number): Iam {
  function find({ id, name }: Project) {
    const project = { id: known.id ?? id ?? projectId, name: known.name ?? name ?? "cn-north-4" };
    return project.id === (id ?? project.id) && project.name === (name ?? project.name) ? project : undefined;
  }

  function createToken({ body }: ReceivedRequest): Answer {
    const auth = readAuth(body);
    if (!auth) return iamErrorAnswer("The request body is invalid", 400, "Bad Request");
    const { identity, scope } = auth;
    const { methods, password, totp } = identity;
    const { user } = password;
    const userId = signIn(user, methods.includes("totp") ? totp?.user : undefined);
    if (typeof userId !== "string") return userId;
    const project = find(scope.project);
    if (!project) return iamErrorAnswer("The project does not exist.");
    const issuedAt = now();
    const expiresAt = issuedAt + lifetime;
    const token = {
      catalog: [],
      expires_at: iamTime(expiresAt),
      issued_at: iamTime(issuedAt),
      methods,
      project,
      roles: [],
      user: { id: userId, name: user.name },
    };
    return { status: 201, body: { token }, headers: { "X-Subject-Token": tokens.issue(expiresAt) } };
  }

  function listProjects({ url }: ReceivedRequest): Answer {
    const project = find({ name: url.searchParams.get("name") ?? undefined });
    // The query is encoded anew, because a URI has no stray `%`.
    const links = { self: `${url.origin}/v3/projects?${url.searchParams}`, next: null, previous: null };
    const found = project && {
      ...project,
      domain_id: domainId,
      parent_id: domainId,
      enabled: true,
      is_domain: false,
      description: "",
      links: { ...links, self: `${url.origin}/v3/projects/${project.id}` },
    };
    return { status: 200, body: { links, projects: found ? [found] : [] } };
  }

  return { createToken, listProjects };
}

/** Six digits after the second, as IAM writes them. */
function iamTime(time: number): string {
  return new Date(time).toISOString().replace("Z", "000Z");
}

interface Auth {
  identity: { methods: string[]; password: { user: SignIn }; totp?: { user?: Totp } };
  scope: { project: Project };
}

/** Reads the body of a token request; anything that has not its form gives `undefined`. */
function readAuth(body: string): Auth | undefined {
  try {
    const { auth } = JSON.parse(body);
    const { methods, password, totp } = auth.identity;
    const { name, password: secret, domain } = password.user;
    const { project } = auth.scope;
    const texts = [name, secret, domain.name, project.id ?? project.name];
    // Only a list has `flat`; a text would include the word too.
    const listed = methods.flat();
    const good = texts.every((text) => text && typeof text === "string") && listed.includes("password");
    return good && (totp || !listed.includes("totp")) ? auth : undefined;
  } catch {
    return undefined;
  }
}
