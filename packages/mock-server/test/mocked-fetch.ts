// Preloaded into an example, so that the mock responds to its requests to the service.
import { createMock } from "@workspace-images/mock";

const mock = createMock({ accessKeys: { EXAMPLEACCESSKEY: "not-a-real-secret-key" } });
globalThis.fetch = mock.fetch as typeof globalThis.fetch;
