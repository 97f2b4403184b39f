import { accessKeyAuth } from "../auth/access-key-auth.ts";
import type { Auth } from "../auth/auth.ts";
import { passwordAuth } from "../auth/password-auth.ts";
import { tokenAuth } from "../auth/token-auth.ts";

/** Returns the value of a variable or key; undefined if it is absent or empty. */
export type Lookup = (name: string) => string | undefined;

/** Names of the variables or keys that make up one credential, all or none of them. */
export interface CredentialSet {
  /** Without any of these, the credential is incomplete. */
  readonly required: readonly string[];
  /** Any of these shows that the credential is meant; other names may be set for other reasons. */
  readonly markers: readonly string[];
  /** Creates the credential when nothing is missing. */
  create(lookup: (name: string) => string, optional: Lookup): Auth;
}

/** Names of the two parts of an access key, and of the security token of a temporary one. */
export function accessKeySet(accessKey: string, secretKey: string, securityToken: string): CredentialSet {
  return {
    required: [accessKey, secretKey],
    markers: [accessKey, secretKey, securityToken],
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
  return { required: [token], markers: [token], create: (lookup) => tokenAuth(lookup(token)) };
}

/** Names of a user, the password and the account. The account alone may be set for other reasons. */
export function passwordSet(user: string, password: string, account: string): CredentialSet {
  return {
    required: [user, password, account],
    markers: [user, password],
    create: (lookup) =>
      passwordAuth({ user: lookup(user), password: lookup(password), account: lookup(account) }),
  };
}
