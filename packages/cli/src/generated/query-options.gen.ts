// Generated from the description by `pnpm generate`. Do not edit.

/** A query parameter of the listing. */
export interface QueryOption {
  readonly name: string;
  readonly description: string;
  /** The only valid values; absent if the set is open. */
  readonly values?: readonly string[];
  readonly examples: readonly string[];
  /** Minimum and maximum of an integer. */
  readonly range?: readonly [number, number];
}

export const queryOptions: readonly QueryOption[] = [
  {
    "name": "os_type",
    "description": "Operating system type of the product images to list, for example Windows. Answers know Linux, Windows and Other. Not confirmed whether upper and lower case differ.",
    "examples": [
      "Linux",
      "Windows"
    ]
  },
  {
    "name": "image_type",
    "description": "Kind of image to list: gold is a public image, private a private image.",
    "values": [
      "gold",
      "private"
    ],
    "examples": [
      "gold",
      "private"
    ]
  },
  {
    "name": "platform",
    "description": "Operating system platform of the images to list. Windows is the only documented value; not confirmed whether the platform names of the image service (such as Ubuntu or EulerOS) are accepted as well.",
    "examples": [
      "Windows"
    ]
  },
  {
    "name": "architecture",
    "description": "Processor architecture of the images to list: x86. Later addition: arm, which the machine-readable definition of the call accepts too.",
    "examples": [
      "x86",
      "arm"
    ]
  },
  {
    "name": "package_type",
    "description": "Package series for which to list images. The documentation of this call names no values. Later addition: the product list of the same service has ultimate, enterprise, general, workstation, dedicated, solver and agile; not confirmed which of them this call accepts.",
    "examples": [
      "enterprise"
    ]
  },
  {
    "name": "image_id",
    "description": "Later addition (March 2024). ID of the one image to list.",
    "examples": [
      "d6b368bc-a24d-4fb5-a8fb-727356a53f33"
    ]
  },
  {
    "name": "sort_field",
    "description": "Later addition (January 2025). Property by which the images are sorted: their name or their creation time.",
    "values": [
      "name",
      "created_at"
    ],
    "examples": [
      "created_at"
    ]
  },
  {
    "name": "sort_type",
    "description": "Later addition (January 2025). Direction of the order that sort_field chooses: ascending or descending.",
    "values": [
      "asc",
      "desc"
    ],
    "examples": [
      "desc"
    ]
  },
  {
    "name": "limit",
    "description": "Number of records on each page, from 0 to 100. Not confirmed what 0 means; ask for at least 1.",
    "examples": [
      "10"
    ],
    "range": [
      0,
      100
    ]
  },
  {
    "name": "offset",
    "description": "Number of records to skip. Later addition: the maximum of 5000, from the machine-readable definition and the official SDKs.",
    "examples": [
      "100"
    ],
    "range": [
      0,
      5000
    ]
  }
];

export const regionDescription = "Region in which the project, and with it the desktops, are.";

export const projectIdDescription = "Project ID: 32 hexadecimal digits in practice. The project lookup of IAM (GET /v3/projects?name={region}) finds it.";
