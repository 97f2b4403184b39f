// What each file of this folder is about: a project in another language, with tests against the mock server.

/**
 * @typedef {object} Project
 * @property {string} language
 * @property {string} framework Runs its tests.
 * @property {readonly [string, ...string[]]} version Command that prints the version of the language, if it is there.
 * @property {{ name: string, file: string, version: RegExp }} [sdk] The official SDK, and where the project pins it.
 * @property {string} folder Below `packages/docs/samples/testing`.
 * @property {(folder: string) => Promise<void>} [prepare] Installs what the tests need.
 * @property {(folder: string) => readonly [string, ...string[]]} test Command that runs the tests.
 * @property {RegExp} passed Matches once for each passed test.
 */
export {};
