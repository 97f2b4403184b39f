import { Command } from "commander";
import { addCompletionCommand } from "./completion-command.ts";
import { addDoctorCommand } from "./doctor-command.ts";
import { addListCommand } from "./list-command.ts";
import { addMockCommand } from "./mock-command.ts";
import { createPaint } from "./paint.ts";
import { addRegionsCommand } from "./regions-command.ts";
import { tell } from "./standard-streams.ts";
import { readVersion } from "./version.ts";

const EXAMPLES = `
Examples:
  workspace-images list --mock
  workspace-images list --region cn-north-4 --os-type Windows
  workspace-images doctor --region cn-north-4

Credentials are read from the environment or ~/.huaweicloud/credentials,
never from arguments.

Exit status:
  0    done
  1    the service or the network fails
  2    wrong use
  3    credentials are missing or refused, or lack the permission
  130  interrupted`;

const CREDENTIAL = /unknown option '-{1,2}([\w-]*(token|key|secret|password|credential)|(ak|sk)\b)/i;

/** Shows what is wrong with an argument, but not what could be a secret in the wrong place. */
function showError(text: string): void {
  const shown = text
    .replace(/(unknown option '(?:--[\w-]+|-\w))[\s\S]*'/, "$1'")
    .replace(/(but got \d+): [\s\S]+/, "$1.")
    .replace(/(unknown command) '(?![a-z-]{1,20}')[\s\S]*'/, "$1")
    .replace(/^error:/, createPaint(process.stderr)("red", "error:"));
  for (const line of shown.trimEnd().split("\n")) tell(line);
  if (CREDENTIAL.test(text)) {
    tell("Credentials are read from the environment or ~/.huaweicloud/credentials, never from arguments.");
  }
}

/** Creates the command line. */
export function createProgram(): Command {
  const bold = createPaint(process.stdout);
  const program = new Command("workspace-images")
    .description("Lists the product images of Huawei Cloud Workspace, from which cloud desktops are created.")
    .version(readVersion(), "-V, --version", "Show the version.")
    .helpOption("-h, --help", "Show this text.")
    .helpCommand("help [command]", "Shows the text of a command.")
    .exitOverride()
    .configureOutput({ outputError: showError })
    .configureHelp({ minWidthToWrap: 20, styleTitle: (title) => bold("bold", title) })
    .addHelpText("after", EXAMPLES);
  addListCommand(program);
  addDoctorCommand(program);
  addRegionsCommand(program);
  addMockCommand(program);
  addCompletionCommand(program);
  for (const command of [program, ...program.commands]) {
    const path = command === program ? "" : ` ${command.name()}`;
    command.showHelpAfterError(`See: workspace-images${path} --help`);
  }
  return program;
}
