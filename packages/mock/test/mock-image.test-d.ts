import type { components } from "@workspace-images/spec/images.d.ts";
import { expectTypeOf, test } from "vitest";
import type { MockImage } from "../src/index.ts";

test("an image of the mock has the properties and known values of the description", () => {
  expectTypeOf<Omit<MockImage, "package_types">>().toEqualTypeOf<components["schemas"]["ImageInfo"]>();
});
