import { accessKeyAuth } from "../auth/access-key-auth.ts";
import type { Auth } from "../auth/auth.ts";
import { passwordAuth } from "../auth/password-auth.ts";
import { tokenAuth } from "../auth/token-auth.ts";
import { IDP, identityProviderKeys } from "../providers/identity-provider-keys.ts";
import { OIDC, oidcAgencyKeys } from "../providers/oidc-agency-keys.ts";
import { POD, podIdentityKeys } from "../providers/pod-identity-keys.ts";
import type { Environment } from "../providers/settings.ts";

/** Returns the value of a variable or key; undefined if it is absent or empty. */
export type Lookup = (name: string) => string | undefined;

/** Names of the variables or keys that make up one credential, all or none of them. */
export interface CredentialSet {
  /** Without one name of each of these, the credential is incomplete. */
  readonly required: readonly (readonly string[])[];
  /** Any of these shows that the credential is meant; other names may be set for other reasons. */
  readonly markers: readonly string[];
  /** Creates the credential when nothing is missing. `env` has the variables that its provider reads. */
  create(lookup: (name: string) => string, optional: Lookup, env: Environment): Auth;
}

/** Names of the two parts of an access key, and of the security token of a temporary one. */
export function accessKeySet(accessKey: string, secretKey: string, securityToken: string): CredentialSet {
  return {
    required: [[accessKey], [secretKey]],
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
  return { required: [[token]], markers: [token], create: (lookup) => tokenAuth(lookup(token)) };
}

/** Names of a user, the password and the account. The account alone may be set for other reasons. */
export function passwordSet(user: string, password: string, account: string): CredentialSet {
  return {
    required: [[user], [password], [account]],
    markers: [user, password],
    create: (lookup) =>
      passwordAuth({ user: lookup(user), password: lookup(password), account: lookup(account) }),
  };
}

/** The variables of an OIDC token that STS exchanges for a key. */
export const oidcSet: CredentialSet = {
  required: [[OIDC.providerUrn], [OIDC.agencyUrn], [OIDC.tokenFile, OIDC.idToken]],
  markers: Object.values(OIDC),
  create: (_lookup, _optional, env) => accessKeyAuth(oidcAgencyKeys({ env })),
};

/** Names of an identity provider, and of the file with the OIDC token that IAM exchanges for a key. */
export function identityProviderSet(idpId: string, tokenFile: string, iamEndpoint: string): CredentialSet {
  return {
    required: [[idpId], [tokenFile]],
    markers: [idpId, tokenFile],
    create(lookup, optional, env) {
      const keys = identityProviderKeys({
        idpId: lookup(idpId),
        tokenFile: lookup(tokenFile),
        iamEndpoint: env[IDP.iamEndpoint] || optional(iamEndpoint),
        env,
      });
      return accessKeyAuth(keys);
    },
  };
}

/** The variables of the identity of a pod. */
export const podSet: CredentialSet = {
  required: [[POD.uri], [POD.tokenFile]],
  markers: Object.values(POD),
  create: (_lookup, _optional, env) => accessKeyAuth(podIdentityKeys({ env })),
};
