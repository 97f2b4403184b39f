import { createImages, createMock } from "@workspace-images/mock";
import { expect, expectRejection } from "../expect.mjs";

const headers = { "X-Auth-Token": "t" };

export const behaviours = {
  async "filters and pages"() {
    const mock = createMock({ images: createImages(200) });
    const url = `${mock.url}/v2/p/images?os_type=Windows&limit=10&offset=5`;
    const { images } = await (await mock.fetch(url, { headers })).json();
    expect(images.length === 10, `It gives ${images.length} images.`);
    expect(
      images.every((/** @type {any} */ { os_type }) => os_type === "Windows"),
      "It does not filter.",
    );
  },
  async "rejects a wrong token, and masks it in the recorded requests"() {
    const mock = createMock({ token: "another" });
    const { status } = await mock.fetch(`${mock.url}/v2/p/images`, { headers });
    expect(status === 401, `The status is ${status}.`);
    expect(mock.requests[0]?.headers["x-auth-token"] === "***", "The token is shown.");
  },
  async "loses the connection, and breaks off a body, on demand"() {
    const mock = createMock();
    mock.inject({ reset: true });
    const lost = await expectRejection(mock.fetch(`${mock.url}/v2/p/images`, { headers }));
    expect(lost instanceof TypeError, `It rejects with ${lost}.`);
    mock.inject({ truncate: true });
    const response = await mock.fetch(`${mock.url}/v2/p/images`, { headers });
    const broken = await expectRejection(response.json());
    expect(broken instanceof TypeError, `The body fails with ${broken}.`);
  },
};
