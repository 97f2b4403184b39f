// Generated from the description by `pnpm generate`. Do not edit.

/** Method and path of each operation. */
export const operations = {
  listImages: { method: "GET", path: /^\/v2\/((?:(?!%7[BDbd])[^/])+)\/images$/ },
  createToken: { method: "POST", path: /^\/v3\/auth\/tokens$/ },
  listProjects: { method: "GET", path: /^\/v3\/projects$/ },
  createTokenWithIdToken: { method: "POST", path: /^\/v3\.0\/OS-AUTH\/id-token\/tokens$/ },
  createTemporaryAccessKeyByToken: { method: "POST", path: /^\/v3\.0\/OS-CREDENTIAL\/securitytokens$/ },
  assumeAgencyWithOidc: { method: "POST", path: /^\/v5\/agencies\/assume-with-oidc$/ },
};
