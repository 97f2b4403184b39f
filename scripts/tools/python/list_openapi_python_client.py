import os

from openapi_python_client_images import AuthenticatedClient
from openapi_python_client_images.api.images import list_images

client = AuthenticatedClient(base_url=os.environ["WORKSPACE_ENDPOINT"], token=os.environ["TOKEN"],
                             prefix="", auth_header_name="X-Auth-Token")
page = list_images.sync(os.environ["PROJECT_ID"], client=client, os_type="Windows")
for image in page.images:
    print(image.id)
