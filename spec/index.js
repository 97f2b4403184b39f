import iam from "./dist/iam.json" with { type: "json" };
import images from "./dist/images.json" with { type: "json" };
import mockControl from "./dist/mock-control.json" with { type: "json" };
import sts from "./dist/sts.json" with { type: "json" };

export const VERSION = images.info.version;
export const IAM_VERSION = iam.info.version;
export const STS_VERSION = sts.info.version;
export const MOCK_CONTROL_VERSION = mockControl.info.version;
export { iam, images, mockControl, sts };
