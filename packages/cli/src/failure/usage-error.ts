import type { Command } from "commander";
import { notify } from "../process/streams.ts";
import { suggest } from "./suggestion.ts";

/** Where credentials belong. */
export const CREDENTIALS =
  "Credentials are read from the environment, ~/.huaweicloud/credentials, or the metadata of a server or pod, never from arguments.";

const CREDENTIAL = /unknown option '-{1,2}([\w-]*(token|key|secret|password|credential)|(ak|sk)\b)/i;

function suggestionFor(command: Command, text: string): string | undefined {
  const [, option] = /unknown option '--([\w-]+)/.exec(text) ?? [];
  if (option) {
    const options = command.createHelp().visibleOptions(command);
    const names = options.flatMap(({ long }) => long?.slice(2) ?? []);
    return suggest(option, names)?.replace(/(^|, | or )/g, "$1--");
  }
  const [, name] = /unknown command '([a-z-]{1,20})'/.exec(text) ?? [];
  return (
    name &&
    suggest(
      name,
      command.commands.map((other) => other.name()),
    )
  );
}

/** Writes a usage error, without the arguments that could be a misplaced secret. */
export function writeUsageError(command: Command, text: string): void {
  const shown = text
    .trimEnd()
    .replace(/(unknown option '(?:--[\w-]+|-\w))[\s\S]*'/, "$1'")
    .replace(/(unknown command) '(?![a-z-]{1,20}')[\s\S]*'/, "$1");
  notify(shown);
  const suggestion = suggestionFor(command, text);
  if (suggestion) notify(`  Did you mean ${suggestion}?`);
  if (CREDENTIAL.test(text)) notify(`  ${CREDENTIALS}`);
}
