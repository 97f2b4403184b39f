import type { ReceivedRequest } from "../requests/received-request.ts";
import { keyResponse } from "../service/key-response.ts";
import type { ServiceResponse } from "../service/service-response.ts";
import { createTokens } from "../service/tokens.ts";
import type { Call, CredentialSourceOptions, KeyIssuer } from "./source-options.ts";
import { textResponse } from "./text-response.ts";

const maxSeconds = 360 * 60;

/**
 * Creates the metadata of a server, by method and path. **Assumptions:** a forwarded request is a 403, an invalid lifetime
 * of a metadata token a 400; only for a missing agency is the text of a 401 documented.
 */
export function createMetadata(mock: KeyIssuer, options: CredentialSourceOptions): Map<string, Call> {
  const { agency = true, metadataVersion = 2, region = "cn-north-4" } = options;
  const { projectId = "0123456789abcdef0123456789abcdef" } = options;
  const tokens = createTokens(() => false);

  function createToken({ headers, time }: ReceivedRequest): ServiceResponse {
    if (metadataVersion !== 2) return textResponse(404);
    const seconds = headers.get("x-metadata-token-ttl-seconds") ?? "";
    const isValid = /^\d{1,5}$/.test(seconds) && +seconds > 0 && +seconds <= maxSeconds;
    return isValid ? textResponse(200, tokens.issue(time + +seconds * 1000)) : textResponse(400);
  }

  function getKey(): ServiceResponse {
    if (agency) return keyResponse(200, mock.issueTemporaryKey(24 * 60 * 60));
    return textResponse(401, "401 Unauthorized\n\nPlease configure Cloud Service Agency first");
  }

  function getServer(): ServiceResponse {
    const body = { region_id: region, project_id: projectId, availability_zone: `${region}a` };
    return { status: 200, body };
  }

  const direct =
    (respond: Call): Call =>
    (request) =>
      request.headers.has("x-forwarded-for") ? textResponse(403) : respond(request);
  const withToken = (respond: () => ServiceResponse) =>
    direct(({ headers, time }) => {
      const isInvalid = metadataVersion === 2 && tokens.check(headers.get("x-metadata-token") ?? "", time);
      return isInvalid ? textResponse(401, "401 Unauthorized") : respond();
    });

  return new Map([
    ["PUT /meta-data/latest/api/token", direct(createToken)],
    ["GET /openstack/latest/securitykey", withToken(getKey)],
    ["GET /openstack/latest/meta_data.json", withToken(getServer)],
  ]);
}
