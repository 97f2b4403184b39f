/** Removes Shiki's limit of half a second per line: on a busy machine, lines would stay without colours. */
const patience = {
  name: "patience",
  preprocess(_code, options) {
    options.tokenizeTimeLimit = 0;
  },
};

// biome-ignore lint/style/noDefaultExport: Expressive Code reads the default export
export default { shiki: { transformers: [patience] } };
