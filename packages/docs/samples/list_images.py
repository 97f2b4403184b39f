import json
import os
import urllib.parse
import urllib.request

LIMIT = 100


class RefuseRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None  # The token must not travel to another host.


opener = urllib.request.build_opener(RefuseRedirects)
offset = 0
while True:
    query = urllib.parse.urlencode(
        {"os_type": "Windows", "image_type": "gold", "limit": LIMIT, "offset": offset}
    )
    request = urllib.request.Request(
        f"{os.environ['WORKSPACE_ENDPOINT']}/v2/{os.environ['PROJECT_ID']}/images?{query}",
        headers={"X-Auth-Token": os.environ["TOKEN"], "Content-Type": "application/json"},
    )
    with opener.open(request, timeout=30) as response:
        images = json.load(response)["images"]
    for image in images:
        print(image["id"], image.get("name", ""))
    if len(images) < LIMIT:
        break
    offset += len(images)
