import { Argument, type Command } from "commander";
import { print } from "./standard-streams.ts";

const NAME = "workspace-images";

/**
 * What the script for bash takes from the package bash-completion, where that is not installed. Its constants become
 * variables: whoever reads `~/.bashrc` again would be told that each of them is there already.
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

/** Adds the command that prints a completion script; the script asks `workspace-images complete` while you type. */
export function addCompletionCommand(program: Command): void {
  program
    .command("completion")
    .description("Prints a script that completes commands, options and values in a shell.")
    .addArgument(new Argument("<shell>", "Shell to print the script for.").choices(["bash", "zsh", "fish"]))
    .addHelpText(
      "after",
      `
Examples:
  source <(${NAME} completion bash)   # in ~/.bashrc
  source <(${NAME} completion zsh)    # in ~/.zshrc
  ${NAME} completion fish | source    # in ~/.config/fish/config.fish`,
    )
    .action(async (shell: string) => {
      const { script } = await import("@bomb.sh/tab");
      if (shell === "bash") await print(BASH_BEFORE);
      script(shell, NAME, NAME);
      if (shell === "bash") await print(BASH_AFTER);
    });
}
