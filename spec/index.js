import iam from "./dist/iam.json" with { type: "json" };
import images from "./dist/images.json" with { type: "json" };

export const VERSION = images.info.version;
export const IAM_VERSION = iam.info.version;
export { iam, images };
