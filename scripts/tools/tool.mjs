// What each tool of this folder is, and what it gets.

/**
 * Where a tool comes from, and the language of the clients that it makes.
 *
 * @typedef {"node" | "python" | "go" | "java"} Ecosystem
 */

/**
 * @typedef {object} Context
 * @property {Record<Ecosystem, string>} folders A temporary folder for each ecosystem, with its files and tools.
 * @property {(name: string) => string} bundle Path of a file of `spec/dist`. Throws if there is none.
 * @property {(extension: "yaml" | "json") => string[]} bundles Paths of all descriptions in OpenAPI 3.1 and 3.0.
 * @property {Record<string, string>} service Variables for a client: `WORKSPACE_ENDPOINT`, `PROJECT_ID`, `TOKEN`.
 */

/**
 * @typedef {object} Tool
 * @property {string} name
 * @property {Ecosystem} ecosystem Where it comes from.
 * @property {string} package Its name there, under which its version is pinned.
 * @property {Ecosystem} [client] Language of the client that it generates, if it does.
 * @property {string} input What it reads.
 * @property {string} [unavailable] Why it cannot be installed.
 * @property {{ readonly step: string, readonly reason: string }} [known] A failure that is not ours.
 * @property {Readonly<Record<string, (context: Context) => Promise<unknown>>>} steps In this order. `list` fulfils with
 *   the IDs of the Windows images, one a line.
 */
export {};
