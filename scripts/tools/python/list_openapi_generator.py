import os

from openapi_client import ApiClient, Configuration, ImagesApi

configuration = Configuration(host=os.environ["WORKSPACE_ENDPOINT"],
                              api_key={"XAuthToken": os.environ["TOKEN"]})
page = ImagesApi(ApiClient(configuration)).list_images(os.environ["PROJECT_ID"], os_type="Windows")
for image in page.images:
    print(image.id)
