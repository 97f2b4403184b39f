import os
from urllib.error import HTTPError
from urllib.request import Request, urlopen

url = os.environ.get("MOCK_URL", "http://127.0.0.1:4010")
request = Request(f"{url}/v2/p/images", headers={
    "Content-Type": "application/json",
    "X-Auth-Token": "not-a-real-token",
    "Prefer": "code=503",
})
try:
    urlopen(request)
except HTTPError as error:
    print(error.code, error.read().decode())
