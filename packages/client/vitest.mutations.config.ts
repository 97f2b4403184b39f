import { dirname, join, relative } from "node:path";
import { mergeConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import config from "./vitest.config.ts";

/** Runs the tests of the changed folder first: they detect most mutations, and the first failure ends a trial. */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { related = [], root } = this.ctx.config;
    const changed = related.map((file) => relative(join(root, "src"), dirname(file)));
    const isNear = ({ moduleId }: TestSpecification) =>
      changed.includes(relative(join(root, "test"), dirname(moduleId)));
    const sorted = await super.sort(files);
    return [...sorted.filter(isNear), ...sorted.filter((file) => !isNear(file))];
  }
}

export default mergeConfig(config, {
  test: {
    sequence: { sequencer: NearestFirst },
    // Stryker waits as long as all tests take; a test that a mutation hangs ends earlier. Each takes at most some seconds.
    testTimeout: 20_000,
  },
});
