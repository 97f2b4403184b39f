import { expect, test } from "vitest";
import { sampleImages } from "../src/index.ts";

test("the sample images begin with the two of the documentation page", () => {
  expect(sampleImages.slice(0, 2)).toEqual([
    {
      id: "d6b368bc-a24d-4fb5-a8fb-727356a53f33",
      image_type: "gold",
      os_type: "Linux",
      os_version: "EulerOS 2.2 64bit",
      disk_format: "qcow2",
      name: "Euler_Online_Tenant_vAG",
      min_ram: 0,
      min_disk: 50,
    },
    {
      id: "bef99a44-2b6a-4ef9-b1a2-204a4910e374",
      image_type: "gold",
      os_type: "Linux",
      os_version: "EulerOS 2.5 64bit",
      disk_format: "qcow2",
      name: "FA-LZ-x86vAG-801temp",
      min_ram: 0,
      min_disk: 60,
    },
  ]);
});

test.each([
  ["image_type", ["gold", "private"]],
  ["os_type", ["Linux", "Other", "Windows"]],
  ["disk_format", ["qcow2", "raw", "vhd", "zvhd2"]],
  ["architecture", ["arm", "x86"]],
] as const)("the sample images have every documented %s", (property, values) => {
  const found = new Set(sampleImages.map((image) => image[property]).filter((value) => value !== undefined));
  expect([...found].sort()).toEqual(values);
});

test("the sample images stay within what the documentation says", () => {
  for (const { id, name, min_disk, created_at } of sampleImages) {
    expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(name).toMatch(/^[\w-]{1,55}$/);
    expect(min_disk).toBeGreaterThanOrEqual(40);
    expect(min_disk).toBeLessThanOrEqual(1024);
    if (created_at) expect(new Date(created_at).toISOString().replace(".000", "")).toBe(created_at);
  }
  expect(new Set(sampleImages.map(({ id }) => id)).size).toBe(sampleImages.length);
});
