/** ID token of a program that can get a temporary access key. */
export interface MockIdToken {
  /** ID token, as an identity provider would issue it; the mock only compares it. */
  idToken: string;
  /** ID of the identity provider, for IAM; default any. */
  idpId?: string;
  /** URN of the identity provider, for STS; default any. */
  providerUrn?: string;
  /** URN of the trust agency, for STS; default any. */
  agencyUrn?: string;
}

/** Returns what is wrong with the ID token of a request, or `undefined` if it is accepted. */
export type IdTokens = (given: MockIdToken) => keyof MockIdToken | undefined;

const names = ["idToken", "idpId", "providerUrn", "agencyUrn"] as const;

/** Accepts the given ID tokens, or any. */
export function createIdTokens(known: readonly MockIdToken[] | undefined): IdTokens {
  return (given) => {
    // Of several entries, the one that matches longest says what is wrong.
    const wrong = known?.map((entry) =>
      names.findIndex((name) => given[name] && (entry[name] ?? given[name]) !== given[name]),
    );
    return !wrong || wrong.includes(-1) ? undefined : names[Math.max(0, ...wrong)];
  };
}
