/** Gives a line all the time it needs: after half a second, Shiki leaves it in one colour, and a busy machine is slow. */
const patience = {
  name: "patience",
  preprocess(_code, options) {
    options.tokenizeTimeLimit = 0;
  },
};

// biome-ignore lint/style/noDefaultExport: Expressive Code looks for this one
export default { shiki: { transformers: [patience] } };
