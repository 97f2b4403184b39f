const { MOCK_URL = "http://127.0.0.1:4010" } = process.env;

// The example of the description for a status that the mock does not return by itself.
const response = await fetch(`${MOCK_URL}/v2/p/images`, {
  headers: {
    "Content-Type": "application/json",
    "X-Auth-Token": "not-a-real-token",
    Prefer: "code=503",
  },
});
console.log(response.status, await response.text());
