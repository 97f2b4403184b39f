import type { Trial } from "./trial.ts";

/** A trial as code to copy. */
export interface Code {
  readonly name: "typescript" | "curl" | "command-line";
  readonly label: string;
  readonly text: string;
}

/** Writes a trial as a program and as commands. Like the samples, they read endpoint and credentials from the environment. */
export function codesOf(trial: Trial): readonly Code[] {
  return [
    { name: "typescript", label: "TypeScript", text: typescriptOf(trial) },
    { name: "curl", label: "curl", text: curlOf(trial) },
    { name: "command-line", label: "Command line", text: commandLineOf(trial) },
  ];
}

function typescriptOf({ call, credential, query }: Trial): string {
  const [auth, value, variables] =
    credential === "key"
      ? (["accessKeyAuth", "{ accessKey: AK, secretKey: SK }", 'AK = "", SK = ""'] as const)
      : (["tokenAuth", "TOKEN", 'TOKEN = ""'] as const);
  const fields = Object.entries(query).map(([name, field]) => `${name}: ${JSON.stringify(field)}`);
  const line = `{ ${fields.join(", ")} }`;
  const argument = line.length > 64 ? `{\n  ${fields.join(",\n  ")},\n}` : line;
  return `import { ${auth}, createImagesClient } from "@workspace-images/client";

const { WORKSPACE_ENDPOINT = "", PROJECT_ID = "", ${variables} } = process.env;
const images = createImagesClient({
  endpoint: WORKSPACE_ENDPOINT, // or region: "cn-north-4"
  projectId: PROJECT_ID,
  auth: ${auth}(${value}),
});
${
  call === "items"
    ? `const listing = images.items(${argument});
for await (const { id, name } of listing) console.log(id, name);`
    : `const page = await images.list(${argument});
for (const { id, name } of page.images) console.log(id, name);`
}`;
}

function curlOf({ call, credential, query }: Trial): string {
  const { limit, offset, ...filters } = query;
  const request = [
    `printf "X-Auth-Token: %s" "$TOKEN" | curl --silent --show-error --fail-with-body --get`,
    `--header @-`,
    `--header "Content-Type: application/json"`,
    ...Object.entries(filters).map(([name, value]) => `--data-urlencode ${quoted(`${name}=${value}`)}`),
    `--data-urlencode "limit=${limit}"`,
    `--data-urlencode "offset=${call === "items" ? "$offset" : offset}"`,
    `"$WORKSPACE_ENDPOINT/v2/$PROJECT_ID/images"`,
  ];
  const note = credential === "key" ? "# curl cannot create this signature, so this uses a token:\n" : "";
  if (call === "list") return note + request.join(" \\\n  ");
  return `${note}offset=${offset}
while page=$(${request.join(" \\\n    ")}); do
  echo "$page"
  # A page with fewer images than requested is the last one.
  [ "$(echo "$page" | grep -o '"id"' | wc -l)" -lt ${limit} ] && break
  offset=$((offset + ${limit}))
done`;
}

function commandLineOf({ call, credential, query }: Trial): string {
  const { limit, offset, ...filters } = query;
  const options = [
    `--endpoint "$WORKSPACE_ENDPOINT" --project-id "$PROJECT_ID"`,
    ...Object.entries(filters).map(
      ([name, value]) => `--${name.replaceAll("_", "-")}=${quoted(String(value))}`,
    ),
    `--limit ${limit} --offset ${offset}${call === "list" ? ` --max ${limit}` : ""}`,
  ];
  const credentials =
    credential === "key"
      ? `HUAWEICLOUD_SDK_AK="$AK" HUAWEICLOUD_SDK_SK="$SK" \\\n  `
      : `HW_AUTH_TOKEN="$TOKEN" `;
  return `${credentials}npx @workspace-images/cli list \\\n  ${options.join(" \\\n  ")}`;
}

/** A shared link can contain any value, and readers paste this code into a shell. */
function quoted(text: string): string {
  return /^[\w=.-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
