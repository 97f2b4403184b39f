import pytest
from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.exceptions.exceptions import ClientRequestException, ServerResponseException
from huaweicloudsdkcore.region.region import Region
from huaweicloudsdkworkspace.v2 import ListImagesRequest, WorkspaceClient


def list_images(mock, credentials, **filters):
    credentials.with_iam_endpoint(mock.url)
    region = Region("cn-north-4", mock.url)
    client = WorkspaceClient.new_builder().with_credentials(credentials).with_region(region).build()
    return client.list_images(ListImagesRequest(**filters)).images


def key(access_key="AK", project_id="p"):
    return BasicCredentials(access_key, "not-a-real-secret", project_id)


def test_lists_windows_images(mock):
    images = list_images(mock, key(), os_type="Windows", limit=2)
    assert [image.os_type for image in images] == ["Windows", "Windows"]


def test_reports_that_the_service_is_busy(mock):
    mock.control("POST", "faults", {"status": 429})
    with pytest.raises(ClientRequestException) as error:
        list_images(mock, key())
    assert error.value.status_code == 429


def test_reports_that_the_service_is_down(mock):
    mock.control("POST", "faults", {"status": 503})
    with pytest.raises(ServerResponseException):
        list_images(mock, key())


def test_sends_the_filter(mock):
    list_images(mock, key(), image_type="private")
    [request] = mock.control("GET", "requests")["requests"]
    assert request["path"] == "/v2/p/images"
    assert request["query"] == {"image_type": "private"}


def test_reports_a_wrong_key(mock):
    with pytest.raises(ClientRequestException) as error:
        list_images(mock, key("ANOTHER"))
    assert error.value.status_code == 401


def test_looks_up_the_project_with_a_temporary_key(mock):
    credentials = key("TEMPORARY", project_id=None).with_security_token("not-a-real-token")
    assert list_images(mock, credentials, limit=1)
    assert [request["path"] for request in mock.control("GET", "requests")["requests"]][0] == "/v3/projects"
