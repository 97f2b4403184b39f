import { Command } from "commander";
import { addCompletionCommand } from "./commands/completion.ts";
import { addDoctorCommand } from "./commands/doctor.ts";
import { addListCommand } from "./commands/list.ts";
import { addMockCommand } from "./commands/mock.ts";
import { addRegionsCommand } from "./commands/regions.ts";
import { notify } from "./process/streams.ts";
import { readVersion } from "./process/version.ts";
import { createPaint } from "./terminal/colours.ts";
import { wrap } from "./terminal/wrap.ts";

const CREDENTIALS =
  "Credentials are read from the environment or ~/.huaweicloud/credentials, never from arguments.";

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
  130  interrupted

${wrap(CREDENTIALS, 80)}`;

const CREDENTIAL = /unknown option '-{1,2}([\w-]*(token|key|secret|password|credential)|(ak|sk)\b)/i;

/** Writes a usage error without the arguments that could be a misplaced secret. */
function writeUsageError(text: string): void {
  const shown = text
    .replace(/(unknown option '(?:--[\w-]+|-\w))[\s\S]*'/, "$1'")
    .replace(/(unknown command) '(?![a-z-]{1,20}')[\s\S]*'/, "$1")
    .replace(/^error:/, createPaint(process.stderr)("red", "error:"));
  for (const line of shown.trimEnd().split("\n")) notify(line);
  if (CREDENTIAL.test(text)) notify(CREDENTIALS);
}

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
    .configureOutput({ outputError: writeUsageError })
    .configureHelp({ minWidthToWrap: 20, styleTitle: (title) => paint("bold", title) })
    .addHelpText("after", EPILOGUE);
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
