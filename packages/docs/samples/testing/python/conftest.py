import json
import os
import shlex
import subprocess
from urllib.request import Request, urlopen

import pytest

COMMAND = os.environ.get("MOCK_SERVER", "npx --yes @workspace-images/mock-server")
OPTIONS = ["--port", "0", "--quiet", "--region", "cn-north-4", "--access-key", "AK:not-a-real-secret",
           "--access-key", "TEMPORARY:not-a-real-secret:not-a-real-token"]


class MockServer:
    def __init__(self, url):
        self.url = url

    def control(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"}
        with urlopen(Request(f"{self.url}/_mock/{path}", data, headers, method=method)) as response:
            text = response.read()
            return json.loads(text) if text else None


@pytest.fixture(scope="session")
def server():
    with subprocess.Popen([*shlex.split(COMMAND), *OPTIONS], stdout=subprocess.PIPE, text=True) as process:
        yield MockServer(process.stdout.readline().removeprefix("Listening on ").strip())
        process.terminate()


@pytest.fixture
def mock(server):
    server.control("POST", "reset")
    return server
