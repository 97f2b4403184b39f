import {
  invalidBody,
  listProjectsInvalidParameter,
  wrongPassword,
} from "../generated/described-errors.gen.ts";
import { createTokenQuery, listProjectsQuery } from "../generated/parameter-rules.gen.ts";
import type { ReceivedRequest } from "../requests/received-request.ts";
import { changedError } from "./error-response.ts";
import { credentialRules, findInvalid } from "./parameter-rules.ts";
import { listed, readBody, text } from "./request-body.ts";
import type { ServiceResponse } from "./service-response.ts";
import { tokenResponse } from "./token-response.ts";
import type { Tokens } from "./tokens.ts";
import type { SignIn, Totp, Users } from "./users.ts";

/** The project that IAM knows, or what a request says about one. */
export interface Project {
  id?: string | undefined;
  name?: string | undefined;
}

/** The IAM calls of users who have a password. */
export interface Iam {
  /**
   * Handles `POST /v3/auth/tokens`. Sends a token in the header `X-Subject-Token`, valid for 24 hours of the clock and
   * without a service catalog. Rejects a request for a token of a whole account, which Workspace would not accept.
   */
  createToken(request: ReceivedRequest): ServiceResponse;
  /** Handles `GET /v3/projects`. Of its parameters, it supports `name`. */
  listProjects(request: ReceivedRequest): ServiceResponse;
}

const projectId = "0123456789abcdef0123456789abcdef";
const domainId = "00000000000000000000000000000000";
/** No document shows the error for an unknown project, so its text is invented. */
const unknownProject = changedError(wrongPassword, {
  error: { ...wrongPassword.body.error, message: "The project does not exist." },
});

/** Creates the IAM of one project. Without an ID or a name, it accepts any. */
export function createIam(known: Project, signIn: Users, tokens: Tokens): Iam {
  function find({ id, name }: Project) {
    const project = { id: known.id ?? id ?? projectId, name: known.name ?? name ?? "cn-north-4" };
    return project.id === (id ?? project.id) && project.name === (name ?? project.name) ? project : undefined;
  }

  function createToken({ url, body, time }: ReceivedRequest): ServiceResponse {
    const invalid = findInvalid(url.searchParams, createTokenQuery);
    if (invalid) return invalidParameter(invalid.name);
    const auth = readAuth(body);
    if (!auth) return invalidBody;
    const { methods, user, totp, project: wanted } = auth;
    const userId = signIn(user, methods.includes("totp") ? totp?.user : undefined, time);
    if (typeof userId !== "string") return userId;
    const project = find(wanted);
    if (!project) return unknownProject;
    const details = { catalog: [], methods, project, roles: [], user: { id: userId, name: user.name } };
    return tokenResponse(tokens, time, details);
  }

  function listProjects({ url, headers }: ReceivedRequest): ServiceResponse {
    const invalid = findInvalid(url.searchParams, listProjectsQuery) ?? findInvalid(headers, credentialRules);
    if (invalid) return invalidParameter(invalid.name);
    const project = find({ name: url.searchParams.get("name") ?? undefined });
    // `searchParams` encodes a stray `%`, which a URI must not contain.
    const links = { self: `${url.origin}${url.pathname}?${url.searchParams}`, next: null, previous: null };
    const found = project && {
      ...project,
      domain_id: domainId,
      parent_id: domainId,
      enabled: true,
      is_domain: false,
      description: "",
      links: { ...links, self: `${url.origin}${url.pathname}/${project.id}` },
    };
    return { status: 200, body: { links, projects: found ? [found] : [] } };
  }

  return { createToken, listProjects };
}

function invalidParameter(name: string): ServiceResponse {
  return changedError(listProjectsInvalidParameter, { error_msg: `Request parameter ${name} is invalid.` });
}

interface Auth {
  methods: string[];
  user: SignIn;
  totp?: { user?: Totp };
  project: Project;
}

/** Reads the body of a token request; `undefined` if it is invalid. */
function readAuth(body: string): Auth | undefined {
  return readBody(body, ({ auth: { identity, scope } }) => {
    const { methods, password, totp } = identity;
    const { user } = password;
    const { project } = scope;
    for (const required of [user.name, user.password, user.domain.name, project.id ?? project.name])
      text(required);
    const names = listed(methods, "password");
    return totp || !names.includes("totp") ? { methods, user, totp, project } : undefined;
  });
}
