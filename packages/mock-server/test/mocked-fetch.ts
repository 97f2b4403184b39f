// Preloaded into an example, so that what it asks of the service is answered by the mock.
import { createMock } from "@workspace-images/mock";

const mock = createMock({ accessKeys: { EXAMPLEACCESSKEY: "not-a-real-secret-key" } });
globalThis.fetch = mock.fetch as typeof globalThis.fetch;
