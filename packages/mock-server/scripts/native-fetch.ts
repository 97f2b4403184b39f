/** Stands for `node-fetch`, which Prism loads to reach services that this server does not have. */
// biome-ignore lint/style/noDefaultExport: `node-fetch` has one.
export default globalThis.fetch;
