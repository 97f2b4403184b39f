// The mock server with the images of the example that Prism alone answers with.
import { startMockServer } from "@workspace-images/mock-server";
import { images } from "@workspace-images/spec";

const { ordinary } = images.components["examples"] as { ordinary: { value: { images: [] } } };
const { url } = await startMockServer({ images: ordinary.value.images });
process.send?.({ url, startTime: performance.now() });
