import { untilAborted } from "../async/abort.ts";
import { ApiError, InputError } from "../errors/errors.ts";
import type { Auth, AuthContext } from "./auth.ts";
import { type CredentialCache, createCredentialCache, type Issued } from "./credential-cache.ts";
import { checkCredential } from "./credential-check.ts";
import { readToken, tokenRequest } from "./token-request.ts";

/** The virtual MFA device of a user who needs its passcode to sign in. */
export interface MfaOptions {
  /** ID of the IAM user, not its name. */
  readonly userId: string;
  /**
   * The six digits of the device, or a function that returns them whenever a token is created. A passcode is valid for
   * one sign-in, so a string works until its token expires.
   */
  readonly passcode: string | ((request: { readonly signal: AbortSignal }) => string | Promise<string>);
}

/** An IAM user and its password. */
export interface PasswordAuthOptions {
  /** Name of the IAM user. A HUAWEI ID cannot sign in this way; create an IAM user in its account. */
  readonly user: string;
  /** Password of the user, sent to IAM only. */
  readonly password: string;
  /** Name of the account that the user belongs to; IAM calls it domain. */
  readonly account: string;
  /** Required when the user needs a passcode to sign in. */
  readonly mfa?: MfaOptions | undefined;
}

/**
 * Milliseconds. By default IAM locks a user for this long after several wrong passwords.
 *
 * @see https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1172.html
 */
const LOCK_TIME = 15 * 60_000;

function checkPasscode(value: unknown): string {
  return checkCredential("passcode", value, /^\d{6}$/, "a string of six digits");
}

/** Everything that the token for a request depends on. */
function keyOf({ iamEndpoint, projectId, region }: Partial<AuthContext>): string {
  return `${iamEndpoint} ${projectId ?? region}`;
}

/**
 * Authenticates as an IAM user: gets a token from IAM and sends it as `X-Auth-Token`.
 *
 * The token is for the project of the request, or for that of the region while the project is not known. It is cached,
 * requested once however many calls wait for it, and renewed in the background by calls in the last fifth of its
 * lifetime. When the service rejects it, it is replaced and the request replayed, once.
 *
 * When IAM rejects the sign-in (401), calls that need a new token fail with the same error for 15 minutes and nothing
 * is sent, because IAM locks a user after several wrong passwords. Create another `passwordAuth` to sign in again at
 * once.
 *
 * @throws {InputError} when a value is empty or contains a control character such as a line break.
 */
export function passwordAuth({ user, password, account, mfa }: PasswordAuthOptions): Auth {
  for (const [name, value] of Object.entries({
    user,
    password,
    account,
    ...(mfa && { userId: mfa.userId }),
  })) {
    checkCredential(name, value, /^\P{Cc}+$/u, "a string without line breaks or control characters");
  }
  const passcode = mfa?.passcode;
  if (mfa && typeof passcode !== "function") checkPasscode(passcode);
  let isPasscodeUsed = false;
  const caches = new Map<string, CredentialCache<string>>();
  // By IAM endpoint: one sign-in at a time, so that several projects which wait for a token send a wrong password once.
  const turns = new Map<string, Promise<unknown>>();
  const rejections = new Map<string, { readonly error: ApiError; readonly until: number }>();

  function cacheOf(context: AuthContext): CredentialCache<string> {
    const cache = caches.get(keyOf(context)) ?? createCredentialCache<string>();
    caches.set(keyOf(context), cache);
    return cache;
  }

  async function currentPasscode(signal: AbortSignal): Promise<string> {
    if (isPasscodeUsed) {
      throw new InputError(
        "The passcode was already used. Pass a function that returns a new one",
        "passcode",
      );
    }
    return checkPasscode(typeof passcode === "function" ? await passcode({ signal }) : passcode);
  }

  function signInInTurn(context: AuthContext, signal: AbortSignal): Promise<Issued<string>> {
    const before = turns.get(context.iamEndpoint) ?? Promise.resolve();
    // An abort ends the turn, also when the function for the passcode never settles.
    const turn = before.then(() => untilAborted(signIn(context, signal), signal));
    turns.set(
      context.iamEndpoint,
      turn.catch(() => {}),
    );
    return turn;
  }

  async function signIn(context: AuthContext, signal: AbortSignal): Promise<Issued<string>> {
    signal.throwIfAborted();
    const { iamEndpoint, projectId, region = "" } = context;
    const rejection = rejections.get(iamEndpoint);
    if (rejection && performance.now() < rejection.until) throw rejection.error;
    const totp = mfa && { user: { id: mfa.userId, passcode: await currentPasscode(signal) } };
    const identity = {
      methods: ["password" as const, ...(totp ? ["totp" as const] : [])],
      password: { user: { name: user, password, domain: { name: account } } },
      ...(totp && { totp }),
    };
    const scope = { project: projectId ? { id: projectId } : { name: region } };
    const secrets = [password, ...(totp ? [totp.user.passcode] : [])];
    const request = tokenRequest(iamEndpoint, { identity, scope }, signal);
    // A passcode is valid once, and IAM may have accepted it even if no response arrives.
    isPasscodeUsed = typeof passcode === "string";
    const response = await context.send(request, { secrets, isRepeatable: !totp }).catch((error) => {
      if (error instanceof ApiError && error.status === 401) {
        rejections.set(iamEndpoint, { error, until: performance.now() + LOCK_TIME });
      }
      throw error;
    });
    const token = await readToken(response);
    // The token of a region is that of its project: no second sign-in once the project has been looked up.
    if (token.projectId) caches.set(keyOf({ iamEndpoint, projectId: token.projectId }), cacheOf(context));
    return token;
  }

  async function tokenFor(context: AuthContext): Promise<string> {
    if (!context.projectId && !context.region)
      throw new InputError("projectId or region is missing", "projectId");
    return cacheOf(context).get((signal) => signInInTurn(context, signal), context);
  }

  return {
    async apply({ headers }, context) {
      headers.set("X-Auth-Token", await tokenFor(context));
    },
    async refresh(_response, { headers }, context) {
      const rejected = headers.get("X-Auth-Token") ?? "";
      return cacheOf(context).drop(rejected) && !isPasscodeUsed && (await tokenFor(context)) !== rejected;
    },
  };
}
