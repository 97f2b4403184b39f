// Generated from the description by `pnpm generate`. Do not edit.

export const badRequest = {"status":400,"body":{"error_code":"APIGW.0201","error_msg":"Bad request","request_id":""}};
export const invalidParameter = {"status":400,"body":{"error_code":"WKS.00211102","error_msg":"Invalid parameter.","error_detail":"The value of limit must be from 0 to 100."}};
export const invalidCredentials = {"status":401,"body":{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information: decrypt token fail","request_id":""}};
export const tokenExpired = {"status":401,"body":{"error_code":"APIGW.0307","error_msg":"The token must be updated.","request_id":""}};
export const userNotAuthorized = {"status":401,"body":{"error_code":"WKS.00211302","error_msg":"User authorization error."}};
export const permissionDenied = {"status":403,"body":{"error_code":"PAP5.0001","error_msg":"access denied: no identity policy allows the workspace:images:list action","request_id":"","encoded_authorization_message":"ZXhhbXBsZS1vZi1hbi1lbmNvZGVkLW1lc3NhZ2U="}};
export const serviceDisabled = {"status":403,"body":{"error_code":"WKS.00010099","error_msg":"The Workspace service is disabled in this project."}};
export const apiNotFound = {"status":404,"body":{"error_code":"APIGW.0101","error_msg":"The API does not exist or has not been published in the environment","request_id":""}};
export const resourceNotFound = {"status":404,"body":{"error_code":"WKS.00211902","error_msg":"The resource does not exist."}};
export const methodNotAllowed = {"status":405,"body":{"error_code":"WKS.00000405","error_msg":"The request method is not allowed."}};
export const throttled = {"status":429,"body":{"error_code":"APIGW.0308","error_msg":"The throttling threshold has been reached: policy user over ratelimit,limit:200,time:1 second","request_id":""}};
export const operationFailed = {"status":500,"body":{"error_code":"WKS.00211401","error_msg":"The operation failed. Try again later."}};
export const databaseUnavailable = {"status":500,"body":{"error_code":"WKS.00000003","error_msg":"Failed to obtain database information."}};
export const serviceUnavailable = {"status":503,"body":{"error_code":"WKS.00050902","error_msg":"The service is unavailable."}};
export const iamUnavailable = {"status":503,"body":{"error_code":"APIGW.0613","error_msg":"The IAM service is unavailable.","request_id":""}};
export const invalidBody = {"status":400,"body":{"error":{"code":400,"message":"The request body is invalid","title":"Bad Request"}}};
export const wrongPassword = {"status":401,"body":{"error":{"code":401,"message":"The username or password is wrong.","title":"Unauthorized"}}};
export const accountLocked = {"status":401,"body":{"error":{"code":401,"message":"The account is locked.","title":"Unauthorized"}}};
export const notAuthorized = {"status":403,"body":{"error_code":"IAM.0002","error_msg":"You are not authorized to perform the requested action."}};
export const policyDenies = {"status":403,"body":{"error_code":"IAM.0003","error_msg":"Policy doesn't allow iam:projects:listProjects to be performed."}};
export const createTokenResourceNotFound = {"status":404,"body":{"error_code":"IAM.0004","error_msg":"Could not find project: cn-north-40."}};
export const unexpectedError = {"status":500,"body":{"error_code":"IAM.0006","error_msg":"An unexpected error prevented the server from fulfilling your request."}};
export const listProjectsInvalidParameter = {"status":400,"body":{"error_code":"IAM.0007","error_msg":"Request parameter name is invalid."}};
export const authenticationRequired = {"status":401,"body":{"error_code":"IAM.0001","error_msg":"The request you have made requires authentication."}};
export const requestBodyInvalid = {"status":400,"body":{"error_code":"IAM.0011","error_msg":"Request body is invalid."}};
export const identityProviderNotFound = {"status":404,"body":{"error_code":"IAM.0004","error_msg":"Could not find identity_provider: example-idp."}};
export const notTrusted = {"status":403,"body":{"error_code":"PAP5.0001","error_msg":"access denied: no trust policy allows the sts:agencies:assumeWithOIDC action","request_id":"","encoded_authorization_message":"ZXhhbXBsZS1vZi1hbi1lbmNvZGVkLW1lc3NhZ2U="}};
export const agencyNotFound = {"status":404,"body":{"error_code":"STS5.1106","error_msg":"the agency 'iam::d78cbac186b744899480f25bd022f468:agency:example-agency' cannot be found"}};
export const internalError = {"status":500,"body":{"error_code":"APIGW.0601","error_msg":"Internal server error","request_id":""}};

/** The usual error of each status, by operation. */
export const usualErrors = {
  listImages: [badRequest, invalidCredentials, permissionDenied, apiNotFound, methodNotAllowed, throttled, operationFailed, serviceUnavailable],
  createToken: [invalidBody, wrongPassword, notAuthorized, createTokenResourceNotFound, throttled, unexpectedError, iamUnavailable],
  listProjects: [listProjectsInvalidParameter, invalidCredentials, notAuthorized, createTokenResourceNotFound, throttled, unexpectedError, iamUnavailable],
  createTokenWithIdToken: [requestBodyInvalid, authenticationRequired, notAuthorized, identityProviderNotFound, throttled, unexpectedError, iamUnavailable],
  createTemporaryAccessKeyByToken: [requestBodyInvalid, authenticationRequired, notAuthorized, apiNotFound, throttled, unexpectedError, iamUnavailable],
  assumeAgencyWithOidc: [badRequest, invalidCredentials, notTrusted, agencyNotFound, throttled, internalError, iamUnavailable],
};
