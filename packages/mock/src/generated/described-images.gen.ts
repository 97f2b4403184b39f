// Generated from the description by `pnpm generate`. Do not edit.

import type { MockImage } from "./mock-image.gen.ts";

/** The images of the documented response. */
export const documentedImages: readonly MockImage[] = [
  {
    "id": "d6b368bc-a24d-4fb5-a8fb-727356a53f33",
    "image_type": "gold",
    "os_type": "Linux",
    "os_version": "EulerOS 2.2 64bit",
    "disk_format": "qcow2",
    "name": "Euler_Online_Tenant_vAG",
    "min_ram": 0,
    "min_disk": 50
  },
  {
    "id": "bef99a44-2b6a-4ef9-b1a2-204a4910e374",
    "image_type": "gold",
    "os_type": "Linux",
    "os_version": "EulerOS 2.5 64bit",
    "disk_format": "qcow2",
    "name": "FA-LZ-x86vAG-801temp",
    "min_ram": 0,
    "min_disk": 60
  }
];

/** The first example of every property. */
export const exampleImage = {
  "id": "d6b368bc-a24d-4fb5-a8fb-727356a53f33",
  "image_type": "gold",
  "os_type": "Linux",
  "os_version": "EulerOS 2.2 64bit",
  "disk_format": "qcow2",
  "name": "Euler_Online_Tenant_vAG",
  "min_ram": 0,
  "min_disk": 50,
  "product_code": "OFFI740586375358963717",
  "architecture": "x86",
  "created_at": "2025-03-11T02:14:09Z",
  "kms_id": "0b5f0a1c-52a6-4d26-9c3e-5d0b6f4c7e21"
};
