import { exampleImage } from "../generated/described-images.gen.ts";
import { MockUsageError } from "../usage/mock-usage-error.ts";
import type { MockImage } from "./mock-image.ts";

const systems = [
  { os_type: "Windows", os_version: "Windows 10 64bit", short: "WIN1064" },
  { os_type: "Windows", os_version: "Windows 11 64bit", short: "WIN1164" },
  { os_type: "Windows", os_version: "Windows Server 2019 Datacenter 64bit", short: "WINSVR2019" },
  { os_type: "Linux", os_version: "EulerOS 2.5 64bit", short: "EULER25" },
  { os_type: "Linux", os_version: "Ubuntu 22.04 server 64bit", short: "UBUNTU2204" },
  { os_type: "Linux", os_version: "UOS 20 64bit", short: "UOS20" },
  { os_type: "Other", os_version: "Other(64 bit)", short: "OTHER" },
] as const;
const packageTypes = ["ultimate", "enterprise", "general", "workstation", "dedicated", "solver", "agile"];
const diskFormats = ["zvhd2", "qcow2", "vhd", "raw"];

/**
 * Creates `count` invented images. The same `seed` (an integer, default 1) always creates the same images. Throws a
 * `MockUsageError` unless `count` is a non-negative integer.
 */
export function createImages(count: number, seed = 1): MockImage[] {
  if (!Number.isInteger(count) || count < 0) {
    throw new MockUsageError(`count must be a non-negative integer, not ${count}.`);
  }
  const random = createRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T;
  const hex = (digits: number) =>
    below(16 ** digits)
      .toString(16)
      .padStart(digits, "0");
  const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-${pick(["8", "9", "a", "b"])}${hex(3)}-${hex(12)}`;

  return Array.from({ length: count }, (_, index) => {
    const { os_type, os_version, short } = pick(systems);
    const isPrivate = below(3) === 0;
    const createdAt = new Date(Date.UTC(2023, 0, 1) + below(3 * 365 * 24 * 60 * 60) * 1000);
    return {
      ...exampleImage,
      id: uuid(),
      name: `WKS_${short}_${hex(4)}_${index}`,
      image_type: isPrivate ? "private" : "gold",
      os_type,
      os_version,
      disk_format: pick(diskFormats),
      architecture: pick(["x86", "x86", "arm"]),
      min_disk: pick([40, 80, 120, 240, 500, 1024]),
      product_code: isPrivate ? null : `OFFI${740586375358 + index}`,
      created_at: createdAt.toISOString().replace(".000", ""),
      kms_id: isPrivate && below(4) === 0 ? uuid() : null,
      package_types: packageTypes.filter(() => below(2) === 0),
    };
  });
}

/** Mulberry32: a small generator with the same numbers on every machine, from 0 up to but not including 1. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
