"""Gets a key from each source with the official SDK, and lists images with it. Prints one line of JSON for each."""
import json
import os
import sys

from huaweicloudsdkcore.auth import internal
from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.auth.provider import OidcStsCredentialProvider, PodIdentityCredentialProvider
from huaweicloudsdkcore.region.region import Region
from huaweicloudsdkworkspace.v2 import ListImagesRequest, WorkspaceClient

service, metadata = sys.argv[1:]
internal.MetadataAccessor._METADATA_ENDPOINT = metadata


def federated():
    return (BasicCredentials().with_idp_id("idp").with_id_token_file(os.environ["HUAWEICLOUD_OIDC_TOKEN_FILE"])
            .with_iam_endpoint(service))


SOURCES = {
    "metadata": lambda: BasicCredentials(),
    "pod identity": lambda: PodIdentityCredentialProvider.get_basic().get_credentials(),
    "STS": lambda: OidcStsCredentialProvider.get_basic().get_credentials(),
    "IAM": federated,
}

for name, create in SOURCES.items():
    print(json.dumps({"source": name}), file=sys.stderr, flush=True)
    credentials = create().with_project_id("p")
    region = Region("cn-north-4", service)
    client = WorkspaceClient.new_builder().with_credentials(credentials).with_region(region).build()
    images = client.list_images(ListImagesRequest(limit=5)).images
    print(json.dumps({"source": name, "access": credentials.ak, "images": [image.id for image in images]}), flush=True)
