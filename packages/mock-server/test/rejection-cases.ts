import {
  ACCESS_KEY,
  MIDNIGHT,
  PROJECT,
  SECURITY_TOKEN,
  TEMPORARY_KEY,
  TOKEN,
} from "../fuzz/service-options.ts";
import type { Signing } from "../fuzz/signed-headers.ts";

/** A request that is rejected, and the expected error. */
export interface RejectionCase {
  readonly name: string;
  readonly method?: string;
  /** Path and query; default those of a listing. */
  readonly target?: string;
  /** Default a valid token. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Signs the request instead of sending a token. */
  readonly signing?: Signing;
  readonly status: number;
  readonly code: string;
  readonly message: string | RegExp;
  readonly detail?: string;
  /** Other properties of the body. */
  readonly more?: Readonly<Record<string, string>>;
}

const LISTING = `/v2/${PROJECT}/images`;
const MINUTE = 60_000;

function invalidParameter(name: string, rule: string) {
  const detail = `The value of ${name} must ${rule}.`;
  return { status: 400, code: "WKS.00211102", message: "Invalid parameter.", detail };
}

/** Invalid parameters, and the detail of the error for each. */
const parameters: readonly RejectionCase[] = (
  [
    ["limit=101", "limit", "be an integer from 0 to 100"],
    ["limit=-1", "limit", "be an integer from 0 to 100"],
    ["limit=ten", "limit", "be an integer from 0 to 100"],
    ["limit=1.5", "limit", "be an integer from 0 to 100"],
    ["limit=", "limit", "be an integer from 0 to 100"],
    ["offset=5001", "offset", "be an integer from 0 to 5000"],
    ["offset=-1", "offset", "be an integer from 0 to 5000"],
    ["image_type=public", "image_type", "be gold or private"],
    ["sort_field=id", "sort_field", "be name or created_at"],
    ["sort_type=up", "sort_type", "be asc or desc"],
    ["platform=", "platform", "have 1 to 255 characters"],
    ["architecture=", "architecture", "have 1 to 10 characters"],
    [`architecture=${"x".repeat(11)}`, "architecture", "have 1 to 10 characters"],
    [`os_type=${"x".repeat(256)}`, "os_type", "have 0 to 255 characters"],
    [`platform=${"x".repeat(256)}`, "platform", "have 1 to 255 characters"],
    [`package_type=${"x".repeat(256)}`, "package_type", "have 0 to 255 characters"],
    [`image_id=${"x".repeat(256)}`, "image_id", "have 0 to 255 characters"],
    ["limit=1&limit=2", "limit", "not be repeated"],
    ["os_type=a&os_type=a", "os_type", "not be repeated"],
  ] as const
).map(([query, name, rule]) => ({
  name: query.replace(/x{9,}/, ({ length }) => `<${length} characters>`),
  target: `${LISTING}?${query}`,
  ...invalidParameter(name, rule),
}));

const wrong = (what: string) => ({
  status: 401,
  code: "APIGW.0301",
  message: `Incorrect IAM authentication information: ${what}`,
});
const misfit = {
  ...wrong(""),
  message: /^Incorrect IAM authentication information: verify aksk signature fail, canonicalRequest:GET\|/,
};
const unknownKey = wrong("Get secretKey failed,ak:***,err:ak not exist");
const foreignKey = {
  ...unknownKey,
  message: `${unknownKey.message}. To make the key known to the mock, set accessKeys, or --access-key at the shell.`,
};
const unknownCall = {
  status: 404,
  code: "APIGW.0101",
  message: "The API does not exist or has not been published in the environment",
};
const denied = {
  status: 403,
  code: "PAP5.0001",
  message: "access denied: no identity policy allows the workspace:images:list action",
  more: { encoded_authorization_message: "ZXhhbXBsZS1vZi1hbi1lbmNvZGVkLW1lc3NhZ2U=" },
};
const unknownMethod = { status: 405, code: "WKS.00000405", message: "The request method is not allowed." };

export const rejectionCases: readonly RejectionCase[] = [
  ...parameters,
  { name: "no credentials", headers: {}, ...wrong("x-auth-token not found") },
  { name: "an empty token", headers: { "X-Auth-Token": "" }, ...wrong("x-auth-token not found") },
  { name: "another token", headers: { "X-Auth-Token": "another" }, ...wrong("decrypt token fail") },
  { name: "a wrong secret key", signing: { secretKey: "another" }, ...misfit },
  { name: "an unknown access key", signing: { accessKey: "NOBODY" }, ...foreignKey },
  { name: "a temporary key without its token", signing: { accessKey: TEMPORARY_KEY }, ...unknownKey },
  {
    name: "a temporary key with another token",
    signing: { accessKey: TEMPORARY_KEY, securityToken: `${SECURITY_TOKEN}-2` },
    ...unknownKey,
  },
  ...[16, -16].map((minutes) => ({
    name: `a clock that is ${minutes} minutes ahead`,
    signing: { time: MIDNIGHT + minutes * MINUTE },
    ...wrong("x-sdk-date is more than 15 minutes off"),
  })),
  {
    name: "a signature of another form",
    headers: { Authorization: `AWS4 Access=${ACCESS_KEY}`, "X-Sdk-Date": "20260102T000000Z" },
    ...wrong("authorization is malformed"),
  },
  {
    name: "another project",
    target: "/v2/another/images",
    ...denied,
  },
  {
    name: "a wrong parameter of another project",
    target: "/v2/another/images?limit=x",
    ...denied,
  },
  ...["/", "/v2/images", "/v1/p/images", `${LISTING}/euler`, "/v2/p/desktops", "/v3/auth"].map((target) => ({
    name: `GET ${target}`,
    target,
    ...unknownCall,
  })),
  ...["POST", "PUT", "PATCH", "DELETE", "OPTIONS"].map((method) => ({
    name: `${method} of images`,
    method,
    ...unknownMethod,
  })),
  ...(
    [
      ["X-Project-Id", "", "x-project-id", "have 1 to 255 characters"],
      ["X-Project-Id", "x".repeat(256), "x-project-id", "have 1 to 255 characters"],
      ["X-Security-Token", "", "x-security-token", "not be empty"],
    ] as const
  ).map(([header, value, name, rule]) => ({
    name: `${header} of ${value.length} characters`,
    headers: { "X-Auth-Token": TOKEN, [header]: value },
    ...invalidParameter(name, rule),
  })),
  ...["name=", "name", `name=${"x".repeat(65)}`, "name=a&name=a"].map((query) => ({
    name: `a project lookup with ${query.replace(/x{9,}/, "<65 characters>")}`,
    target: `/v3/projects?${query}`,
    status: 400,
    code: "IAM.0007",
    message: "Request parameter name is invalid.",
  })),
  {
    name: "a project lookup without credentials",
    target: "/v3/projects",
    headers: {},
    ...wrong("x-auth-token not found"),
  },
  {
    name: "a project lookup with a wrong secret key",
    target: "/v3/projects?name=cn-north-4",
    signing: { secretKey: "another" },
    ...misfit,
  },
].map((rejection) => ({
  target: LISTING,
  ...(!("signing" in rejection) && { headers: { "X-Auth-Token": TOKEN } }),
  ...rejection,
}));
