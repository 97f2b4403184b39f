import { type Answer, iamErrorAnswer } from "./answer.ts";
import { createLockout } from "./lockout.ts";

/** IAM user who can get a token. */
export interface MockUser {
  /** Name with which the user signs in. */
  name: string;
  /** Password that goes with the name. */
  password: string;
  /** Name of the account to which the user belongs. */
  domain: string;
  /** User ID, which a passcode goes with; default the name. */
  id?: string;
  /** Passcode of a virtual MFA device; a user who has one gets no token without it. */
  mfa?: string;
}

/** Who asks for a token, under the names on the wire. */
export interface SignIn {
  name: string;
  password: string;
  domain: { name: string };
}

/** Passcode of an MFA device, and the ID of its user. */
export interface Totp {
  id?: unknown;
  passcode?: unknown;
}

/** Returns the ID of the user who signs in, or refuses as IAM does. */
export type Users = (user: SignIn, totp: Totp | undefined) => string | Answer;

/**
 * Knows the given users, or accepts everyone. **Assumption:** the fifth wrong password or passcode in a row locks the
 * user; the documents only say "repeated", and 15 minutes.
 */
export function createUsers(users: readonly MockUser[] | undefined, now: () => number): Users {
  const lockout = createLockout(5, 15, now);
  return ({ name, password, domain }, totp) => {
    if (!users) return name;
    const who = `${domain.name}\n${name}`;
    if (lockout.locked(who)) return iamErrorAnswer("The account is locked.");
    const user = users.find((known) => known.name === name && known.domain === domain.name);
    const { id = name, mfa } = user ?? {};
    const good = user?.password === password && (!mfa || (totp?.id === id && totp.passcode === mfa));
    lockout.note(who, good);
    return good ? id : iamErrorAnswer("The username or password is wrong.");
  };
}
