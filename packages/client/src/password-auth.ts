import type { Auth, AuthContext } from "./auth.ts";
import { checkCredential } from "./credential.ts";
import { ApiError, InputError } from "./errors.ts";
import { createTokenCache, type IssuedToken, type TokenCache } from "./token-cache.ts";
import { readToken, tokenRequest } from "./token-request.ts";

/** The virtual MFA device of a user whose sign-in asks for its code. */
export interface MfaOptions {
  /** ID of the IAM user, not its name. */
  readonly userId: string;
  /**
   * The six digits that the device shows, or a function that gives them whenever a token is created. A code is good
   * for one sign-in, so a text serves until its token ends and no longer.
   */
  readonly passcode: string | ((request: { readonly signal: AbortSignal }) => string | Promise<string>);
}

/** An IAM user and its password. */
export interface PasswordAuthOptions {
  /** Name of the IAM user. A HUAWEI ID cannot sign in this way; create an IAM user in its account. */
  readonly user: string;
  /** Password of the user, which is sent to IAM only. */
  readonly password: string;
  /** Name of the account to which the user belongs; IAM calls it domain. */
  readonly account: string;
  /** Needed when sign-ins of the user ask for a passcode. */
  readonly mfa?: MfaOptions | undefined;
}

/** Milliseconds. By default IAM locks a user for this time, after several wrong passwords. */
const LOCK_TIME = 15 * 60_000;

function checkPasscode(value: unknown): string {
  return checkCredential("passcode", value, /^\d{6}$/, "is not a text of six digits");
}

/** Everything that the token of a request depends on. */
function keyOf({ iamEndpoint, projectId, region }: Partial<AuthContext>): string {
  return `${iamEndpoint} ${projectId ?? region}`;
}

/**
 * Authenticates as an IAM user: asks IAM for a token and sends it as `X-Auth-Token`.
 *
 * The token is for the project of the request, or for that of the region while no project is known. It is kept, asked
 * for once however many calls wait for it, and renewed in the background by calls in the last 5 % of its lifetime
 * (72 minutes of 24 hours). When the service refuses it, it is replaced and the request repeated, once.
 *
 * When IAM refuses the sign-in (401), that answer stands for 15 minutes: a call that needs a new token is rejected with
 * it and nothing is sent, because IAM locks a user after several wrong passwords. Create another `passwordAuth` to try
 * again at once.
 *
 * @throws {InputError} when a value is empty or has a line break or another control character.
 */
export function passwordAuth({ user, password, account, mfa }: PasswordAuthOptions): Auth {
  for (const [name, value] of Object.entries({
    user,
    password,
    account,
    ...(mfa && { userId: mfa.userId }),
  })) {
    checkCredential(name, value, /^\P{Cc}+$/u);
  }
  const passcode = mfa?.passcode;
  if (mfa && typeof passcode !== "function") checkPasscode(passcode);
  let isPasscodeSpent = false;
  const caches = new Map<string, TokenCache>();
  // By IAM endpoint: one sign-in at a time, so that a wrong password is sent once however many projects wait for a token.
  const turns = new Map<string, Promise<unknown>>();
  const refusals = new Map<string, { readonly error: ApiError; readonly until: number }>();

  function cacheOf(context: AuthContext): TokenCache {
    const cache = caches.get(keyOf(context)) ?? createTokenCache();
    caches.set(keyOf(context), cache);
    return cache;
  }

  async function currentPasscode(signal: AbortSignal): Promise<string> {
    if (isPasscodeSpent)
      throw new InputError("passcode has served; only a function can give another one", "passcode");
    return checkPasscode(typeof passcode === "function" ? await passcode({ signal }) : passcode);
  }

  function signInInTurn(context: AuthContext, signal: AbortSignal): Promise<IssuedToken> {
    const before = turns.get(context.iamEndpoint) ?? Promise.resolve();
    const turn = before.then(() => signIn(context, signal));
    turns.set(
      context.iamEndpoint,
      turn.catch(() => {}),
    );
    return turn;
  }

  async function signIn(context: AuthContext, signal: AbortSignal): Promise<IssuedToken> {
    signal.throwIfAborted();
    const { iamEndpoint, projectId, region = "" } = context;
    const refusal = refusals.get(iamEndpoint);
    if (refusal && Date.now() < refusal.until) throw refusal.error;
    const code = mfa && (await currentPasscode(signal));
    const identity = {
      methods: ["password" as const, ...(code ? ["totp" as const] : [])],
      password: { user: { name: user, password, domain: { name: account } } },
      ...(mfa && code && { totp: { user: { id: mfa.userId, passcode: code } } }),
    };
    const scope = { project: projectId ? { id: projectId } : { name: region } };
    // Where JSON is echoed, a password with a quotation mark looks different.
    const secrets = [password, JSON.stringify(password).slice(1, -1), code ?? ""];
    const request = tokenRequest(iamEndpoint, { identity, scope }, signal);
    // A code is good for one use, and it may have been used even if no answer arrives.
    isPasscodeSpent = typeof passcode === "string";
    const answer = await context.send(request, { secrets, isRepeatable: !code }).catch((error) => {
      if (error instanceof ApiError && error.status === 401) {
        refusals.set(iamEndpoint, { error, until: Date.now() + LOCK_TIME });
      }
      throw error;
    });
    const token = await readToken(answer);
    // The token of a region is that of its project: no second sign-in once the project has been looked up.
    if (token.projectId) caches.set(keyOf({ iamEndpoint, projectId: token.projectId }), cacheOf(context));
    return token;
  }

  async function tokenFor(context: AuthContext): Promise<string> {
    if (!context.projectId && !context.region)
      throw new InputError("projectId or region is missing", "projectId");
    return cacheOf(context).get((signal) => signInInTurn(context, signal), context.signal);
  }

  return {
    async apply({ headers }, context) {
      headers.set("X-Auth-Token", await tokenFor(context));
    },
    async refresh(_response, { headers }, context) {
      const refused = headers.get("X-Auth-Token") ?? "";
      cacheOf(context).drop(refused);
      return !isPasscodeSpent && (await tokenFor(context)) !== refused;
    },
  };
}
