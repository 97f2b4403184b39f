import { expect, test } from "vitest";
import { faultTable } from "./fault-table.ts";

// `vitest run --update` writes the file anew.
test("FAULTS.md lists the faults that are produced here, and what comes of them", async () => {
  const rows = faultTable.map(({ fault, outcome }) => `| ${fault} | ${outcome} |`);
  const text = `# Faults and what comes of them

Each of these is produced over real sockets by the tests of the client, with three attempts a call unless the row says
otherwise. This table is generated from them.

| fault | what the caller sees |
|---|---|
${rows.join("\n")}
`;
  await expect(text).toMatchFileSnapshot("../FAULTS.md");
});
