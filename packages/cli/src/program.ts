import { Command } from "commander";
import { addCompletionCommand } from "./commands/completion.ts";
import { addDoctorCommand } from "./commands/doctor.ts";
import { addListCommand } from "./commands/list.ts";
import { addMockCommand } from "./commands/mock.ts";
import { addRegionsCommand } from "./commands/regions.ts";
import { requireValues } from "./commands/required-values.ts";
import { CREDENTIALS, writeUsageError } from "./failure/usage-error.ts";
import { readVersion } from "./process/version.ts";
import { createPaint } from "./terminal/colours.ts";
import { wrap } from "./terminal/wrap.ts";

const EPILOGUE = `
Examples:
  workspace-images list --mock
  workspace-images list --region cn-north-4 --os-type Windows
  workspace-images doctor --region cn-north-4

Exit status:
  0    success
  1    the service or the network failed
  2    usage error; nothing was sent
  3    credentials are missing, rejected or lack a permission
  130  interrupted by SIGINT, such as Ctrl-C
  141  the reader of the output closed it early
  143  ended by SIGTERM

${wrap(CREDENTIALS, 80)}`;

/** Creates the command line. */
export function createProgram(): Command {
  const paint = createPaint(process.stdout);
  const program = new Command("workspace-images")
    .description(
      "List the product images of Huawei Cloud Workspace, the images that cloud desktops are created from.",
    )
    .version(readVersion(), "-V, --version", "Show the version.")
    .helpOption("-h, --help", "Show this help.")
    .helpCommand("help [command]", "Show the help of a command.")
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureHelp({ minWidthToWrap: 20, styleTitle: (title) => paint("bold", title) })
    .addHelpText("after", EPILOGUE);
  addListCommand(program);
  addDoctorCommand(program);
  addRegionsCommand(program);
  addMockCommand(program);
  addCompletionCommand(program);
  for (const command of [program, ...program.commands]) {
    const path = command === program ? "" : ` ${command.name()}`;
    requireValues(command);
    command.configureOutput({ outputError: (text) => writeUsageError(command, text) });
    command.showHelpAfterError(`See: workspace-images${path} --help`);
  }
  return program;
}
