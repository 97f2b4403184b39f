import { accessKeyAuth } from "./access-key-auth.ts";
import type { Auth } from "./auth.ts";
import { passwordAuth } from "./password-auth.ts";
import { tokenAuth } from "./token-auth.ts";

/** Gives the value of a variable or key, or undefined when it is absent or empty. */
export type Lookup = (name: string) => string | undefined;

/** Names of variables or keys that make one credential, all of them or none. */
export interface CredentialSet {
  /** The set is incomplete without each of these. */
  readonly needed: readonly string[];
  /** Any of these shows that the set is meant; other names may stand alone for other reasons. */
  readonly telling: readonly string[];
  /** Makes the credential, when nothing is missing. */
  create(lookup: (name: string) => string, optional: Lookup): Auth;
}

/** Names of the two parts of an access key, and of the security token of a temporary one. */
export function accessKeySet(accessKey: string, secretKey: string, securityToken: string): CredentialSet {
  return {
    needed: [accessKey, secretKey],
    telling: [accessKey, secretKey, securityToken],
    create: (lookup, optional) =>
      accessKeyAuth({
        accessKey: lookup(accessKey),
        secretKey: lookup(secretKey),
        securityToken: optional(securityToken),
      }),
  };
}

/** Name of a token. */
export function tokenSet(token: string): CredentialSet {
  return { needed: [token], telling: [token], create: (lookup) => tokenAuth(lookup(token)) };
}

/** Names of a user, the password and the account; the account alone may be meant for something else. */
export function passwordSet(user: string, password: string, account: string): CredentialSet {
  return {
    needed: [user, password, account],
    telling: [user, password],
    create: (lookup) =>
      passwordAuth({ user: lookup(user), password: lookup(password), account: lookup(account) }),
  };
}
