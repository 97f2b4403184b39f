import { type Command, InvalidArgumentError } from "commander";

/**
 * Rejects an empty value, which a script passes for a variable that is not set, and an option in place of a value. Options
 * with a parser reject them already.
 */
export function requireValues(command: Command): void {
  const names = command.options.flatMap(({ short, long }) => [short, long]);
  for (const option of command.options) {
    if (!option.required || option.parseArg) continue;
    option.argParser((text) => {
      if (text.trim() === "") throw new InvalidArgumentError("It must not be empty.");
      if (names.includes(text)) throw new InvalidArgumentError("It is an option, so the value is missing.");
      return text;
    });
  }
}
