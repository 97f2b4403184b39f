import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { iam, images } from "@workspace-images/spec";
import { expect } from "../expect.mjs";

export const behaviours = {
  "has the descriptions of images and IAM as data"() {
    expect(images.paths["/v2/{project_id}/images"], "The images are missing.");
    expect(iam.paths["/v3/auth/tokens"], "IAM is missing.");
  },
  async "has the descriptions of images and IAM as files"() {
    const { resolve } = createRequire(import.meta.url);
    for (const name of ["images", "iam"]) {
      const yaml = await readFile(resolve(`@workspace-images/spec/${name}.yaml`), "utf8");
      expect(yaml.startsWith("openapi: 3.1"), `${name}.yaml starts with ${yaml.slice(0, 20)}`);
    }
  },
};
