import { documentedImages, exampleImage } from "../generated/described-images.gen.ts";
import type { MockImage } from "./mock-image.ts";

type Row = [
  id: string,
  name: string,
  imageType: string,
  osVersion: string,
  diskFormat: string,
  architecture: string,
  minDisk: number,
  createdAt: string,
  packageTypes: string,
];

// biome-ignore format: a table
const invented: Row[] = [
  ["5f0b2f3e-6c57-4e1a-9d0e-2f6f1c1f7a10", "WKS_EULER_25_x86", "gold", "EulerOS 2.5 64bit", "qcow2", "x86", 40, "2024-06-18T07:30:41Z", ""],
  ["a3c1d7be-19c4-4b27-8f51-6a7e0bb5a1f2", "WKS_UOS_20_arm", "gold", "UOS 20 64bit", "zvhd2", "arm", 80, "2025-03-11T02:14:09Z", ""],
  ["e7a9f8f0-8f7b-4c6c-9b3a-0a51d1a6ce83", "WKS_WIN1064_UserImage", "gold", "Windows 10 64bit", "zvhd2", "x86", 80, "2025-01-20T11:48:22Z", ""],
  ["31c3f9d2-7b1e-4a78-a0d9-4f3a0f7f2b6d", "WKS_WIN1164_Workstation", "gold", "Windows 11 64bit", "zvhd2", "x86", 80, "2025-09-30T16:20:03Z", "workstation"],
  ["0d9c6a44-1a0f-4d0a-8f6f-3b9b4b0f9c55", "WKS_WIN1064_Finance", "private", "Windows 10 64bit", "zvhd2", "x86", 120, "2025-11-02T09:05:57Z", ""],
  ["6513270e-269e-4d37-b2a7-4de452e6b438", "WKS_WIN1164_Office", "gold", "Windows 11 64bit", "zvhd2", "x86", 80, "2025-02-14T06:11:40Z", "ultimate enterprise general"],
  ["d23f0824-128b-4f33-8c5c-7fd0a6a3a450", "WKS_WIN1164_Office_EN", "gold", "Windows 11 64bit", "zvhd2", "x86", 80, "2025-02-14T06:58:12Z", "ultimate enterprise general"],
  ["9531985d-5d9d-49f8-9818-e811892f902b", "WKS_WIN1064_Office_EN", "gold", "Windows 10 64bit", "zvhd2", "x86", 80, "2024-08-05T01:22:31Z", "ultimate enterprise general"],
  ["36f675cc-81e7-4ef5-a8e2-5d940ed90475", "WKS_WINSVR2019_Shared", "gold", "Windows Server 2019 Datacenter 64bit", "vhd", "x86", 60, "2024-03-27T13:40:08Z", "dedicated"],
  ["6b0d549b-6f03-475a-9600-a35a099950d8", "WKS_WINSVR2022_Shared", "gold", "Windows Server 2022 Datacenter 64bit", "zvhd2", "x86", 60, "2024-11-19T13:02:55Z", "dedicated"],
  ["8d116ece-1738-47d9-bd9c-172411e20b8f", "WKS_WIN1064_CAD", "private", "Windows 10 64bit", "zvhd2", "x86", 240, "2025-05-06T08:17:26Z", "workstation solver"],
  ["90c192cf-d3ac-44af-8f21-ddb66cad4a26", "WKS_WIN1164_Callcenter", "private", "Windows 11 64bit", "zvhd2", "x86", 80, "2025-10-08T04:33:19Z", "general agile"],
  ["a170b338-3926-4059-b28c-105d1fb17c23", "WKS_EULER_25_arm", "gold", "EulerOS 2.5 64bit", "qcow2", "arm", 40, "2024-06-18T07:42:03Z", "enterprise"],
  ["0fd630f1-f29d-4da9-953f-48f1a09f76b5", "WKS_UBUNTU_2204_x86", "gold", "Ubuntu 22.04 server 64bit", "zvhd2", "x86", 40, "2024-09-12T10:05:37Z", "general workstation"],
  ["0cb1e29c-658c-4a14-95e6-0af593bd04cf", "WKS_UBUNTU_2404_x86", "gold", "Ubuntu 24.04 server 64bit", "zvhd2", "x86", 40, "2025-07-01T10:29:50Z", "general workstation"],
  ["8e81973e-0bec-47b0-b898-d190f9ebdacc", "WKS_KYLIN_V10_arm", "gold", "Kylin V10 64bit", "qcow2", "arm", 80, "2025-04-22T03:51:14Z", "enterprise"],
  ["6b4cb242-4a23-4596-a217-beaddbc496cb", "WKS_CENTOS_79_Build", "private", "CentOS 7.9 64bit", "raw", "x86", 100, "2023-12-01T15:44:02Z", "solver"],
  ["92276658-1e27-41c0-8a6a-63ec24ede6a4", "WKS_UBUNTU_2204_Research", "private", "Ubuntu 22.04 server 64bit", "qcow2", "arm", 500, "2025-08-15T12:36:45Z", "solver"],
  ["ae97ba94-d0ed-482f-8f6d-05584ef8aa38", "WKS_OTHER_Kiosk", "private", "Other(64 bit)", "vhd", "x86", 1024, "2023-07-09T05:08:33Z", "agile"],
];

/**
 * Sample data: the two images of the documentation page, followed by nineteen invented ones. Together they have every
 * documented value of every property. What a row does not have is the example of the description.
 */
export const sampleImages: readonly MockImage[] = [...documentedImages, ...invented.map(toImage)];

function toImage(row: Row, index: number): MockImage {
  const [id, name, image_type, os_version, disk_format, architecture, min_disk, created_at, packageTypes] =
    row;
  const isPrivate = image_type === "private";
  return {
    ...exampleImage,
    id,
    name,
    image_type,
    os_type: /^(Windows|Other)/.exec(os_version)?.[0] ?? "Linux",
    os_version,
    disk_format,
    architecture,
    min_disk,
    product_code: isPrivate ? null : `OFFI7405863753589637${17 + index}`,
    created_at,
    kms_id: name === "WKS_WIN1064_Finance" ? exampleImage.kms_id : null,
    ...(packageTypes && { package_types: packageTypes.split(" ") }),
  };
}
