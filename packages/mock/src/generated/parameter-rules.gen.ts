// Generated from the description by `pnpm generate`. Do not edit.

/** What is valid for the path parameters of listImages. */
export const listImagesPath = {
  "project_id": {
    "length": [
      1,
      255
    ]
  }
} as const;

/** What is valid for the query parameters of listImages. */
export const listImagesQuery = {
  "os_type": {
    "length": [
      0,
      255
    ]
  },
  "image_type": {
    "values": [
      "gold",
      "private"
    ]
  },
  "platform": {
    "length": [
      1,
      255
    ]
  },
  "architecture": {
    "length": [
      1,
      10
    ]
  },
  "package_type": {
    "length": [
      0,
      255
    ]
  },
  "image_id": {
    "length": [
      0,
      255
    ]
  },
  "sort_field": {
    "values": [
      "name",
      "created_at"
    ]
  },
  "sort_type": {
    "values": [
      "asc",
      "desc"
    ]
  },
  "limit": {
    "range": [
      0,
      100
    ]
  },
  "offset": {
    "range": [
      0,
      5000
    ]
  }
} as const;

/** What is valid for the header parameters of listImages. */
export const listImagesHeader = {
  "x-project-id": {
    "length": [
      1,
      255
    ]
  }
} as const;

/** What is valid for the query parameters of createToken. */
export const createTokenQuery = {
  "nocatalog": {
    "length": [
      1
    ]
  }
} as const;

/** What is valid for the query parameters of listProjects. */
export const listProjectsQuery = {
  "name": {
    "length": [
      1,
      64
    ]
  }
} as const;

/** What is valid for the header parameters of createTokenWithIdToken. */
export const createTokenWithIdTokenHeader = {
  "x-idp-id": {
    "length": [
      1
    ]
  }
} as const;

/** What a listing takes for parameters that are left out. */
export const defaults = {
  "sort_field": "name",
  "sort_type": "asc",
  "limit": "100",
  "offset": "0"
};
