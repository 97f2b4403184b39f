import type { MockIdToken, MockOptions, MockUser } from "@workspace-images/mock";

/** Reads the values of `--access-key`. Throws an error for the user, without the value. */
export function parseAccessKeys(values: readonly string[]): NonNullable<MockOptions["accessKeys"]> {
  const keys = values.map((value) => {
    const [accessKey, secretKey, securityToken] = split(
      "--access-key",
      value,
      /^([^:]+):([^:]+)(?::(.+))?$/s,
    );
    return [accessKey, securityToken ? { secretKey, securityToken } : secretKey];
  });
  return Object.fromEntries(keys);
}

/** Reads the values of `--user`. The password may contain colons. Throws an error for the user, without the value. */
export function parseUsers(values: readonly string[]): MockUser[] {
  return values.map((value) => {
    const [name, password, domain] = split("--user", value, /^([^:]+):(.+):([^:]+)$/s);
    return { name, password, domain };
  });
}

/** Reads the values of `--id-token`. Throws an error for the user. */
export function parseIdTokens(values: readonly string[]): MockIdToken[] {
  if (values.includes("")) throw new Error("--id-token is empty. Give it a value, or omit it.");
  return values.map((idToken) => ({ idToken }));
}

const forms = { "--access-key": "AK:SK or AK:SK:securityToken", "--user": "name:password:account" };

function split(option: keyof typeof forms, value: string, form: RegExp): [string, string, string] {
  const [, ...parts] = form.exec(value) ?? [];
  if (parts.length === 0) throw new Error(`${option} must have the form ${forms[option]}.`);
  return parts as [string, string, string];
}
