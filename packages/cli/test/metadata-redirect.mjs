// Loaded into the command by its tests: leads requests for the metadata of this server to a server of the test.
const { fetch } = globalThis;
const url = process.env.TEST_METADATA_URL;
globalThis.fetch = (input, init) =>
  fetch(typeof input === "string" ? input.replace("http://169.254.169.254", url) : input, init);
