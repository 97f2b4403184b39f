// Generated from the description by `pnpm generate`. Do not edit.

/** A documented region. */
export interface Region {
  readonly region: string;
  /** URL of Workspace. */
  readonly endpoint: string;
  readonly note?: string;
  /** Another documented URL, if it is not confirmed which of the two responds. */
  readonly alternative?: string;
}

export const regions: readonly Region[] = [
  {
    "region": "af-north-1",
    "endpoint": "https://workspace.af-north-1.myhuaweicloud.com"
  },
  {
    "region": "af-south-1",
    "endpoint": "https://workspace.af-south-1.myhuaweicloud.com"
  },
  {
    "region": "ap-southeast-1",
    "endpoint": "https://workspace.ap-southeast-1.myhuaweicloud.com"
  },
  {
    "region": "ap-southeast-2",
    "endpoint": "https://workspace.ap-southeast-2.myhuaweicloud.com"
  },
  {
    "region": "ap-southeast-3",
    "endpoint": "https://workspace.ap-southeast-3.myhuaweicloud.com"
  },
  {
    "region": "cn-east-3",
    "endpoint": "https://workspace.cn-east-3.myhuaweicloud.com"
  },
  {
    "region": "cn-east-5",
    "endpoint": "https://workspace.cn-east-5.myhuaweicloud.com"
  },
  {
    "region": "cn-north-4",
    "endpoint": "https://workspace.cn-north-4.myhuaweicloud.com"
  },
  {
    "region": "cn-north-9",
    "endpoint": "https://workspace.cn-north-9.myhuaweicloud.com"
  },
  {
    "region": "cn-north-11",
    "endpoint": "https://workspace.cn-north-11.myhuaweicloud.com"
  },
  {
    "region": "cn-south-1",
    "endpoint": "https://workspace.cn-south-1.myhuaweicloud.com"
  },
  {
    "region": "cn-southwest-2",
    "endpoint": "https://workspace.cn-southwest-2.myhuaweicloud.com"
  },
  {
    "region": "eu-west-101",
    "endpoint": "https://workspace.eu-west-101.myhuaweicloud.com",
    "note": "unconfirmed",
    "alternative": "https://workspace.eu-west-101.myhuaweicloud.eu"
  },
  {
    "region": "la-north-2",
    "endpoint": "https://workspace.la-north-2.myhuaweicloud.com"
  },
  {
    "region": "la-south-2",
    "endpoint": "https://workspace.la-south-2.myhuaweicloud.com"
  },
  {
    "region": "me-east-1",
    "endpoint": "https://workspace.me-east-1.myhuaweicloud.com"
  },
  {
    "region": "na-mexico-1",
    "endpoint": "https://workspace.na-mexico-1.myhuaweicloud.com"
  },
  {
    "region": "sa-brazil-1",
    "endpoint": "https://workspace.sa-brazil-1.myhuaweicloud.com"
  },
  {
    "region": "tr-west-1",
    "endpoint": "https://workspace.tr-west-1.myhuaweicloud.com"
  }
];
