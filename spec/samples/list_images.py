import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request

ENDPOINT = os.environ["WORKSPACE_ENDPOINT"]
PATH = f"/v2/{os.environ['PROJECT_ID']}/images"
HEADERS = {
    "X-Auth-Token": os.environ["TOKEN"],
    "Content-Type": "application/json",
}
LIMIT = 100


class RefuseRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None  # The token must not go to another host.


opener = urllib.request.build_opener(RefuseRedirects)


def list_images(offset):
    filters = {"os_type": "Windows", "image_type": "gold"}
    page = {"limit": LIMIT, "offset": offset}
    url = f"{ENDPOINT}{PATH}?{urllib.parse.urlencode(filters | page)}"
    request = urllib.request.Request(url, headers=HEADERS)
    try:
        with opener.open(request, timeout=30) as response:
            return json.load(response)["images"]
    except urllib.error.HTTPError as error:
        sys.exit(f"{error.code}: {error.read().decode()}")


offset = 0
while True:
    images = list_images(offset)
    for image in images:
        print(image["id"], image.get("name", ""))
    offset += len(images)
    if len(images) < LIMIT:
        break
