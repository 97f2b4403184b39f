import type { MockImage, MockOptions } from "@workspace-images/mock";

/** The time at which `clock` starts. */
export const MIDNIGHT = Date.UTC(2026, 0, 2);

/** The clock of the service, in milliseconds since 1970. */
export const clock = { now: MIDNIGHT };

export const images: readonly MockImage[] = [
  {
    id: "win-11",
    name: "WKS_WIN11",
    image_type: "gold",
    os_type: "Windows",
    os_version: "Windows 11 64bit",
    disk_format: "zvhd2",
    architecture: "x86",
    min_ram: 0,
    min_disk: 80,
    product_code: "OFFI1",
    created_at: "2025-02-14T06:11:40Z",
    kms_id: null,
    package_types: ["general", "enterprise"],
  },
  {
    id: "win-10",
    name: "WKS_WIN10",
    image_type: "private",
    os_type: "Windows",
    os_version: "Windows 10 64bit",
    architecture: "x86",
    created_at: "2025-05-06T08:17:26Z",
    kms_id: "not-a-real-key",
    package_types: ["general"],
  },
  {
    id: "euler",
    name: "WKS_EULER",
    image_type: "gold",
    os_type: "Linux",
    os_version: "EulerOS 2.5 64bit",
    architecture: "arm",
    created_at: "2024-06-18T07:30:41Z",
    package_types: ["enterprise"],
  },
  { id: "bare" },
];

export const PROJECT = "29dfe82ada564ac2b927e1ff036d9a9b";
export const REGION = "cn-north-4";
export const TOKEN = "a-token-that-is-not-real";
export const ACCESS_KEY = "NOTAREALACCESSKEY000";
export const SECRET_KEY = "not-a-real-secret-key";
export const TEMPORARY_KEY = "NOTAREALTEMPORARYKEY";
export const SECURITY_TOKEN = "not-a-real-security-token";
export const USER = { name: "ann", password: "not-a-real-password", domain: "acme" };
export const ID_TOKEN = {
  idToken: "not-a-real-id-token",
  idpId: "ci",
  providerUrn: "iam::a:oidcProvider:ci",
  agencyUrn: "iam::a:agency:images",
};

/** Options of every backend in the conformance suite. */
export const serviceOptions: MockOptions = {
  images,
  projectId: PROJECT,
  region: REGION,
  token: TOKEN,
  accessKeys: {
    [ACCESS_KEY]: SECRET_KEY,
    [TEMPORARY_KEY]: { secretKey: SECRET_KEY, securityToken: SECURITY_TOKEN },
  },
  users: [USER],
  idTokens: [ID_TOKEN],
  now: () => clock.now,
};
