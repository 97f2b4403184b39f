import { startMockServer } from "@workspace-images/mock-server";
import { runCommand } from "../command.mjs";
import { expect } from "../expect.mjs";

const TOKEN = "canary-token-not-real";

/**
 * Lists at a mock server with a token from the environment.
 *
 * @param {string} token
 */
async function listWith(token) {
  const server = await startMockServer({ token: TOKEN });
  try {
    const args = ["list", "--endpoint", server.url, "--project-id", "p", "--output", "ids"];
    return await runCommand("cli", args, { HW_AUTH_TOKEN: token });
  } finally {
    await server.close();
  }
}

export const behaviours = {
  async "lists images of the embedded mock as JSON"() {
    const args = ["list", "--mock", "--os-type", "Windows", "--output", "json"];
    const { status, stdout, stderr } = await runCommand("cli", args);
    expect(status === 0, stderr);
    const images = JSON.parse(stdout);
    expect(images.length > 0, "It lists no image.");
    expect(
      images.every((/** @type {any} */ { os_type }) => os_type === "Windows"),
      "It does not filter.",
    );
  },
  async "fits a table to the terminal"() {
    const { status, stdout, stderr } = await runCommand("cli", ["list", "--mock"], { COLUMNS: "80" });
    expect(status === 0, stderr);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.length > 5, "There are no rows.");
    expect(
      lines.every((line) => line.length <= 80),
      "A line is too long.",
    );
  },
  async "lists images of a server, with a token from a variable"() {
    const { status, stdout, stderr } = await listWith(TOKEN);
    expect(status === 0, stderr);
    expect(stdout.trimEnd().split("\n").length > 5, "It lists few images.");
  },
  async "exits with 3 when the token is rejected, and does not print it"() {
    const { status, stdout, stderr } = await listWith("rejected-canary-token");
    expect(status === 3, `It ends with status ${status}: ${stderr}`);
    expect(!`${stdout}${stderr}`.includes("rejected-canary-token"), "It prints the token.");
  },
  async "exits with 2 for a usage error, without a stack trace"() {
    const { status, stderr } = await runCommand("cli", ["list", "--no-such-option"]);
    expect(status === 2, `It ends with status ${status}: ${stderr}`);
    expect(!/\n\s+at /.test(stderr), stderr);
  },
};
