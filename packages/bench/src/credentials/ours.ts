// Does with the client what official.py does with the official SDK.
import { accessKeyAuth, createImagesClient } from "@workspace-images/client";
import {
  ecsAgencyKeys,
  identityProviderKeys,
  oidcAgencyKeys,
  podIdentityKeys,
} from "@workspace-images/client/node";

const [, , service = "", metadata = ""] = process.argv;
const tokenFile = process.env["HUAWEICLOUD_OIDC_TOKEN_FILE"];
const sources = {
  metadata: ecsAgencyKeys({ endpoint: metadata }),
  "pod identity": podIdentityKeys(),
  STS: oidcAgencyKeys(),
  IAM: identityProviderKeys({ idpId: "idp", tokenFile, iamEndpoint: service }),
};
for (const [source, provider] of Object.entries(sources)) {
  let access = "";
  const auth = accessKeyAuth(async (request) => {
    const key = await provider(request);
    access = key.accessKey;
    return key;
  });
  const { images } = await createImagesClient({ endpoint: service, projectId: "p", auth }).list({ limit: 5 });
  process.stdout.write(`${JSON.stringify({ source, access, images: images.map(({ id }) => id) })}\n`);
}
