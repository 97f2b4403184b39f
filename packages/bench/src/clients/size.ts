import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";
import { programs } from "./peers/ours.ts";

/** Size of a bundle in bytes. */
export interface Size {
  readonly minified: number;
  readonly gzipped: number;
}

/** Sizes of our bundles. */
export interface OwnSizes {
  readonly core: Size;
  readonly whole: Size;
  /** What `/validate` adds to the core. */
  readonly validate: Size;
  /** Markers of code that the core contains although it does not use it. */
  readonly leftovers: readonly string[];
}

/** Each of these strings occurs only in code that the core does not use: one kind of credentials, the known values. */
const UNUSED_MARKERS = ["SDK-HMAC-SHA256", "v3/auth/tokens", "zvhd2"];

async function bundle(program: string, platform: BuildOptions["platform"] = "browser"): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: join(import.meta.dirname, "../..") },
    bundle: true,
    minify: true,
    format: "esm",
    platform,
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

function sizeOf(code: string): Size {
  return { minified: Buffer.byteLength(code), gzipped: gzipSync(code, { level: 9 }).byteLength };
}

/** Bundles and minifies a program with esbuild, as an ES module, and returns its size. */
export async function measureSize(program: string, platform?: "node"): Promise<Size> {
  return sizeOf(await bundle(program, platform));
}

/** Measures our bundles, and searches the smallest one for code that tree shaking must have removed. */
export async function measureOwnSizes(): Promise<OwnSizes> {
  const [coreCode = "", wholeCode = "", validatingCode = ""] = await Promise.all(
    [programs.core, programs.whole, programs.validating].map((program) => bundle(program)),
  );
  const stale = UNUSED_MARKERS.filter((marker) => !wholeCode.includes(marker));
  if (stale.length > 0)
    throw new Error(`The whole client no longer contains ${stale}. Change clients/size.ts`);
  const core = sizeOf(coreCode);
  const validating = sizeOf(validatingCode);
  return {
    core,
    whole: sizeOf(wholeCode),
    validate: {
      minified: validating.minified - core.minified,
      gzipped: validating.gzipped - core.gzipped,
    },
    leftovers: UNUSED_MARKERS.filter((marker) => coreCode.includes(marker)),
  };
}
