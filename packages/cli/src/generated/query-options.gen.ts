// Generated from the description by `pnpm generate`. Do not edit.

/** A query parameter of the listing. */
export interface QueryOption {
  readonly name: string;
  readonly description: string;
  /** The only valid values; absent if the set is open. */
  readonly values?: readonly string[];
  /** The values of the property that a filter compares, as known today. */
  readonly known?: readonly string[];
  readonly examples: readonly string[];
  /** Minimum and maximum of an integer. */
  readonly range?: readonly [number, number];
}

export const queryOptions: readonly QueryOption[] = [
  {
    "name": "os_type",
    "description": "Operating system type of the product images to list, for example Windows. Responses use Linux, Windows or Other. Not confirmed whether case matters.",
    "known": [
      "Linux",
      "Windows",
      "Other"
    ],
    "examples": [
      "Linux",
      "Windows"
    ]
  },
  {
    "name": "image_type",
    "description": "Kind of image to list: gold is a public image, private a private image. The machine-readable definition restricts the parameter to these two values, so the set is closed.",
    "values": [
      "gold",
      "private"
    ],
    "known": [
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
    "description": "Operating system platform of the images to list, for example Windows. Not confirmed whether the platform names of the image service (such as Ubuntu or EulerOS) are accepted as well. Not confirmed which property of an image it compares; that it is the first words of os_version is an assumption.",
    "examples": [
      "Windows"
    ]
  },
  {
    "name": "architecture",
    "description": "Processor architecture of the images to list: x86. The machine-readable definition of the call also accepts arm.",
    "known": [
      "x86",
      "arm"
    ],
    "examples": [
      "x86",
      "arm"
    ]
  },
  {
    "name": "package_type",
    "description": "Package series of the images to list. The product list of the same service has the series ultimate, enterprise, general, workstation, dedicated, solver and agile. Not confirmed which of them this call accepts. Not confirmed what it compares: no property of an image has a series.",
    "examples": [
      "enterprise"
    ]
  },
  {
    "name": "image_id",
    "description": "ID of the image to list.",
    "examples": [
      "d6b368bc-a24d-4fb5-a8fb-727356a53f33"
    ]
  },
  {
    "name": "sort_field",
    "description": "Property by which the images are sorted: name or creation time. Newer pages name only these two values, so the set is closed.",
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
    "description": "Direction in which the images are sorted: ascending or descending. Newer pages name only these two values, so the set is closed.",
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
    "description": "Offset of the page. The maximum of 5000 comes from the machine-readable definition and the official SDKs. Not confirmed whether it counts records or pages: the documentation of this call does not say, that of a related call says records.",
    "examples": [
      "100"
    ],
    "range": [
      0,
      5000
    ]
  }
];

export const projectIdDescription = "Project ID. It has 32 hexadecimal digits in practice; the project lookup of IAM (GET /v3/projects?name={region}) finds it.";
