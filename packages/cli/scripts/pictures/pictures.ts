// Makes a picture of each command from what it really writes, for the READMEs and the documentation, into pictures/.
import { writeGenerated } from "../../../../scripts/generated-files.mjs";
import { outputOf, type Running } from "./command-output.ts";
import { drawTerminal, themes } from "./terminal-picture.ts";

interface Picture {
  /** Arguments of workspace-images, separated by spaces. */
  readonly line: string;
  readonly columns: number;
  /** Uses a command that runs until a signal. */
  readonly use?: (running: Running) => Promise<void>;
}

/** Lists the images of the mock server, with a valid token and without one. */
async function callMock({ until }: Running): Promise<void> {
  const [, url] = await until(/^Listening on (.*)$/m);
  const images = `${url}/v2/0123456789abcdef0123456789abcdef/images`;
  await fetch(`${images}?os_type=Windows`, { headers: { "X-Auth-Token": "fake-token" } });
  await until(/os_type=Windows/);
  await fetch(images, { headers: { "X-Auth-Token": "expired-token" } });
  await until(/ 401 /);
}

const pictures: Readonly<Record<string, Picture>> = {
  help: { line: "--help", columns: 80 },
  list: { line: "list --mock --image-type private --sort-field name --max 6", columns: 110 },
  "list-narrow": { line: "list --mock --image-type private --sort-field name --max 6", columns: 80 },
  "list-no-match": { line: "list --mock --os-type windows", columns: 80 },
  "list-debug": { line: "list --mock --region cn-north-4 --output ids --max 3 --debug", columns: 110 },
  "list-no-credentials": { line: "list --region cn-north-4", columns: 100 },
  "list-help": { line: "list --help", columns: 80 },
  doctor: { line: "doctor --mock --region cn-north-4", columns: 100 },
  "doctor-no-credentials": { line: "doctor --region cn-north-4", columns: 100 },
  "doctor-help": { line: "doctor --help", columns: 80 },
  regions: { line: "regions", columns: 80 },
  mock: { line: "mock --port 4010 --token fake-token", columns: 110, use: callMock },
  "mock-help": { line: "mock --help", columns: 80 },
  "completion-help": { line: "completion --help", columns: 80 },
  "unknown-option": { line: "list --mock --sort name", columns: 80 },
};

const files: Record<string, string> = {};
for (const [name, { line, columns, use }] of Object.entries(pictures)) {
  // The port is taken if a mock server runs on this machine.
  const output = await outputOf(line.replace("4010", "0").split(" "), columns, use);
  for (const [theme, colours] of Object.entries(themes))
    files[`${name}-${theme}.svg`] = drawTerminal(`workspace-images ${line}`, output, columns, colours);
}
await writeGenerated(new URL("../../pictures/", import.meta.url), files, {
  header: "<!-- Generated from the command line by `pnpm generate`. Do not edit. -->",
  remedy: "The output of a command has changed. Run `npm run generate` and commit the result.",
});
