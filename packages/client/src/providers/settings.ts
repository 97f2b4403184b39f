/// <reference types="node" />
import { isQuoted } from "../auth/credential-check.ts";
import { InputError } from "../errors/errors.ts";
import { readBoundedFile } from "../files/bounded-file.ts";

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What all providers of this entry take. */
export interface ProviderOptions {
  /** Environment variables, for what is left out. Default `process.env`. */
  readonly env?: Environment | undefined;
}

/** A setting, and the option or variable that it comes from. */
export interface ProviderSetting {
  readonly name: string;
  readonly value: string;
}

/** Takes a setting from the option, else from the variable; an empty one counts as absent. */
export function findSetting(
  option: string,
  given: string | undefined,
  variable: string,
  env: Environment,
): ProviderSetting | undefined {
  if (given) return { name: option, value: given };
  const value = env[variable];
  return value ? { name: variable, value } : undefined;
}

/** @throws {InputError} when neither the option nor the variable is set. */
export function requireSetting(...parameters: Parameters<typeof findSetting>): ProviderSetting {
  const [option, , variable] = parameters;
  const setting = findSetting(...parameters);
  if (!setting) throw new InputError(`${option} is missing or empty. Pass it, or set ${variable}`, option);
  return setting;
}

/**
 * Reads a token from a file, without the white space around it.
 *
 * @throws {InputError} that names the file and its setting.
 */
export async function readTokenFile({ name, value: path }: ProviderSetting): Promise<string> {
  const file = await readBoundedFile(path);
  if (!file) throw new InputError(`The token file ${path} (${name}) does not exist`);
  const token = file.text.trim();
  if (!token) throw new InputError(`The token file ${path} (${name}) is empty`);
  if (!/^[ -~]+$/.test(token)) {
    throw new InputError(
      `The token file ${path} (${name}) contains line breaks or other characters than ASCII`,
    );
  }
  if (isQuoted(token)) {
    throw new InputError(`The token file ${path} (${name}) contains quotation marks around the token`);
  }
  return token;
}
