import { expect, test } from "vitest";
import { faultTable } from "./fault-table.ts";

// `vitest run --update` updates the file.
test("FAULTS.md lists the faults of the tests and their outcomes", async () => {
  const rows = faultTable.map(({ fault, outcome }) => `| ${fault} | ${outcome} |`);
  const text = `# Faults and their outcomes

The tests of the client produce each of these faults over real sockets, with three attempts per call. This table is
generated from them.

| fault | outcome for the caller |
|---|---|
${rows.join("\n")}
`;
  await expect(text).toMatchFileSnapshot("../../FAULTS.md");
});
