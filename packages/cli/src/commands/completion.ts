import { Argument, type Command } from "commander";
import { print } from "../process/streams.ts";

const NAME = "workspace-images";

/**
 * Stands in for the function that the bash script takes from the package bash-completion, which may be missing. Also
 * turns constants of the script into variables, because sourcing `~/.bashrc` twice would report each of them as an error.
 */
const BASH_BEFORE = `readonly() { declare -g "$@"; }
declare -F _get_comp_words_by_ref > /dev/null || _get_comp_words_by_ref() {
    words=("\${COMP_WORDS[@]}")
    cword=$COMP_CWORD
    cur=\${COMP_WORDS[COMP_CWORD]}
    prev=\${COMP_WORDS[COMP_CWORD - 1]}
}
`;
const BASH_AFTER = "unset -f readonly\n";

const EXAMPLES = `
Examples:
  source <(${NAME} completion bash)   # in ~/.bashrc
  source <(${NAME} completion zsh)    # in ~/.zshrc
  ${NAME} completion fish | source    # in ~/.config/fish/config.fish`;

/** Adds the command that prints a completion script. The script runs `workspace-images complete` as the user types. */
export function addCompletionCommand(program: Command): void {
  program
    .command("completion")
    .description("Print a shell script that completes commands, options and values.")
    .addArgument(new Argument("<shell>", "Shell to complete in.").choices(["bash", "zsh", "fish"]))
    .addHelpText("after", EXAMPLES)
    .action(async (shell: string) => {
      const { script } = await import("@bomb.sh/tab");
      if (shell === "bash") await print(BASH_BEFORE);
      script(shell, NAME, NAME);
      if (shell === "bash") await print(BASH_AFTER);
    });
}
