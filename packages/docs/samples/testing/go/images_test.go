package images

import (
	"errors"
	"maps"
	"testing"

	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/auth"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/auth/basic"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/region"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/sdkerr"
	workspace "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/workspace/v2"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/services/workspace/v2/model"
)

func key(accessKey string) *auth.BasicCredentialsBuilder {
	return basic.NewCredentialsBuilder().
		WithAk(accessKey).WithSk("not-a-real-secret")
}

func listImages(
	key *auth.BasicCredentialsBuilder, filters model.ListImagesRequest,
) ([]model.ImageInfo, error) {
	credentials, err := key.WithIamEndpointOverride(mockURL).SafeBuild()
	if err != nil {
		return nil, err
	}
	client, err := workspace.WorkspaceClientBuilder().
		WithCredential(credentials).
		WithRegion(region.NewRegion("cn-north-4", mockURL)).SafeBuild()
	if err != nil {
		return nil, err
	}
	response, err := workspace.NewWorkspaceClient(client).ListImages(&filters)
	if err != nil {
		return nil, err
	}
	return *response.Images, nil
}

func statusOf(err error) int {
	var rejection *sdkerr.ServiceResponseError
	errors.As(err, &rejection)
	if rejection == nil {
		return 0
	}
	return rejection.StatusCode
}

func TestListsWindowsImages(t *testing.T) {
	resetMock(t)
	windows, limit := "Windows", int32(2)
	filters := model.ListImagesRequest{OsType: &windows, Limit: &limit}
	images, err := listImages(key("AK").WithProjectId("p"), filters)
	if err != nil || len(images) != 2 {
		t.Fatal(images, err)
	}
	for _, image := range images {
		if *image.OsType != "Windows" {
			t.Error(image)
		}
	}
}

func TestReportsThatTheServiceIsBusy(t *testing.T) {
	resetMock(t)
	inject(t, `{"status": 429}`)
	_, err := listImages(key("AK").WithProjectId("p"), model.ListImagesRequest{})
	if statusOf(err) != 429 {
		t.Error(err)
	}
}

func TestReportsThatTheServiceIsDown(t *testing.T) {
	resetMock(t)
	inject(t, `{"status": 503}`)
	_, err := listImages(key("AK").WithProjectId("p"), model.ListImagesRequest{})
	if statusOf(err) != 503 {
		t.Error(err)
	}
}

func TestSendsTheFilter(t *testing.T) {
	resetMock(t)
	private := "private"
	filters := model.ListImagesRequest{ImageType: &private}
	if _, err := listImages(key("AK").WithProjectId("p"), filters); err != nil {
		t.Fatal(err)
	}
	sent := requests(t)
	query := map[string]string{"image_type": "private"}
	if len(sent) != 1 || sent[0].Path != "/v2/p/images" ||
		!maps.Equal(sent[0].Query, query) {
		t.Error(sent)
	}
}

func TestReportsAWrongKey(t *testing.T) {
	resetMock(t)
	another := key("ANOTHER").WithProjectId("p")
	_, err := listImages(another, model.ListImagesRequest{})
	if statusOf(err) != 401 {
		t.Error(err)
	}
}

func TestLooksUpTheProjectWithATemporaryKey(t *testing.T) {
	resetMock(t)
	temporary := key("TEMPORARY").WithSecurityToken("not-a-real-token")
	images, err := listImages(temporary, model.ListImagesRequest{})
	if err != nil || len(images) == 0 {
		t.Fatal(images, err)
	}
	if sent := requests(t); sent[0].Path != "/v3/projects" {
		t.Error(sent)
	}
}
