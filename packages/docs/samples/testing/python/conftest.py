import json
import os
from subprocess import PIPE, Popen
from urllib.request import Request, urlopen

import pytest

COMMAND = ["npx", "--yes", "@workspace-images/mock-server",
           "--port", "0", "--quiet", "--stop-with-stdin",
           "--region", "cn-north-4", "--access-key", "AK:not-a-real-secret",
           "--access-key", "TEMPORARY:not-a-real-secret:not-a-real-token"]


class MockServer:
    def __init__(self, url):
        self.url = url

    def control(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"}
        url = f"{self.url}/_mock/{path}"
        with urlopen(Request(url, data, headers, method=method)) as response:
            text = response.read()
            return json.loads(text) if text else None


@pytest.fixture(scope="session")
def server():
    """The server at MOCK_URL, or one that runs as long as the tests."""
    if "MOCK_URL" in os.environ:
        yield MockServer(os.environ["MOCK_URL"])
        return
    # At the end, `with` closes the standard input, which stops the server.
    with Popen(COMMAND, stdin=PIPE, stdout=PIPE, text=True) as process:
        line = process.stdout.readline()
        assert line, "The mock server did not start"
        yield MockServer(line.removeprefix("Listening on ").strip())


@pytest.fixture
def mock(server):
    server.control("POST", "reset")
    return server
