import { accountLocked, wrongPassword } from "../generated/described-errors.gen.ts";
import { createLockout } from "./lockout.ts";
import type { ServiceResponse } from "./service-response.ts";

/** IAM user who can get a token. */
export interface MockUser {
  /** User name. */
  name: string;
  /** Password of the user. */
  password: string;
  /** Name of the account to which the user belongs. */
  domain: string;
  /** User ID, required with a passcode; default the name. */
  id?: string;
  /** Passcode of a virtual MFA device. A user who has one needs it to get a token. */
  mfa?: string;
}

/** The user in a token request. */
export interface SignIn {
  name: string;
  password: string;
  domain: { name: string };
}

/** Passcode of an MFA device in a token request, with the user ID. */
export interface Totp {
  id?: unknown;
  passcode?: unknown;
}

/** Returns the ID of the user who signs in, or the error of IAM. */
export type Users = (user: SignIn, totp: Totp | undefined, time: number) => string | ServiceResponse;

/**
 * Accepts the given users, or everyone. **Assumption:** the fifth wrong password or passcode in a row locks the user;
 * the documents only say "several", and 15 minutes.
 */
export function createUsers(users: readonly MockUser[] | undefined): Users {
  const lockout = createLockout<MockUser>(5, 15);
  return ({ name, password, domain }, totp, time) => {
    if (!users) return name;
    const user = users.find((known) => known.name === name && known.domain === domain.name);
    if (!user) return wrongPassword;
    if (lockout.isLocked(user, time)) return accountLocked;
    const { id = name, mfa } = user;
    const isValid = user.password === password && (!mfa || (totp?.id === id && totp.passcode === mfa));
    lockout.count(user, isValid, time);
    return isValid ? id : wrongPassword;
  };
}
