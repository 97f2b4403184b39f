import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";
import { programs } from "./ours.ts";

/** Size of a bundle in bytes. */
export interface Size {
  readonly minified: number;
  readonly gzipped: number;
}

/** Sizes of our bundles. */
export interface OwnSizes {
  readonly core: Size;
  readonly whole: Size;
  /** What `/validate` adds to the core or to the whole, whichever is more. */
  readonly validate: Size;
  /** Texts of credentials that the core does not use and yet contains. */
  readonly leftovers: readonly string[];
}

/** A text that occurs nowhere but in one kind of credentials. */
const CREDENTIAL_TEXTS = ["SDK-HMAC-SHA256", "v3/auth/tokens"];

async function bundle(program: string, platform: BuildOptions["platform"] = "browser"): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: join(import.meta.dirname, "..") },
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

function subtract(size: Size, base: Size): Size {
  return { minified: size.minified - base.minified, gzipped: size.gzipped - base.gzipped };
}

/** Bundles and minifies a program with esbuild, as ES module, and returns its size. */
export async function measureSize(program: string, platform?: "node"): Promise<Size> {
  return sizeOf(await bundle(program, platform));
}

/** Measures our bundles, and looks for what should have been shaken out of the smallest. */
export async function measureOwnSizes(): Promise<OwnSizes> {
  const [coreCode, wholeCode] = await Promise.all([bundle(programs.core), bundle(programs.whole)]);
  const stale = CREDENTIAL_TEXTS.filter((text) => !wholeCode.includes(text));
  if (stale.length > 0) throw new Error(`The whole client no longer contains ${stale}; change src/size.ts`);
  const core = sizeOf(coreCode);
  const whole = sizeOf(wholeCode);
  const beside = async (program: string, base: Size) =>
    subtract(await measureSize(`${program};${programs.validate}`), base);
  const [one, other] = await Promise.all([beside(programs.core, core), beside(programs.whole, whole)]);
  const validate = one.gzipped > other.gzipped ? one : other;
  return { core, whole, validate, leftovers: CREDENTIAL_TEXTS.filter((text) => coreCode.includes(text)) };
}
