import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.core.exception.ServerResponseException;
import com.huaweicloud.sdk.core.region.Region;
import com.huaweicloud.sdk.workspace.v2.WorkspaceClient;
import com.huaweicloud.sdk.workspace.v2.model.ImageInfo;
import com.huaweicloud.sdk.workspace.v2.model.ListImagesRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ImagesTest {
  @RegisterExtension static final MockServer mock = new MockServer();

  static BasicCredentials key(String accessKey) {
    return new BasicCredentials().withAk(accessKey).withSk("not-a-real-secret");
  }

  static List<ImageInfo> listImages(BasicCredentials key, ListImagesRequest filters) {
    return WorkspaceClient.newBuilder()
        .withCredential(key.withIamEndpoint(mock.url))
        .withRegion(new Region("cn-north-4", mock.url)).build()
        .listImages(filters).getImages();
  }

  final BasicCredentials valid = key("AK").withProjectId("p");
  final ListImagesRequest all = new ListImagesRequest();

  @Test
  void listsWindowsImages() {
    var images = listImages(valid, all.withOsType("Windows").withLimit(2));
    assertEquals(2, images.size());
    for (var image : images) assertEquals("Windows", image.getOsType());
  }

  @Test
  void reportsThatTheServiceIsBusy() throws Exception {
    mock.control("POST", "faults", "{\"status\": 429}");
    var error = assertThrows(ClientRequestException.class, () -> listImages(valid, all));
    assertEquals(429, error.getHttpStatusCode());
  }

  @Test
  void reportsThatTheServiceIsDown() throws Exception {
    mock.control("POST", "faults", "{\"status\": 503}");
    assertThrows(ServerResponseException.class, () -> listImages(valid, all));
  }

  @Test
  void sendsTheFilter() throws Exception {
    listImages(valid, all.withImageType("private"));
    var requests = mock.control("GET", "requests", "").get("requests");
    assertEquals(1, requests.size());
    assertEquals("/v2/p/images", requests.get(0).get("path").asText());
    assertEquals("{\"image_type\":\"private\"}", requests.get(0).get("query").toString());
  }

  @Test
  void reportsAWrongKey() {
    var wrong = key("ANOTHER").withProjectId("p");
    var error = assertThrows(ClientRequestException.class, () -> listImages(wrong, all));
    assertEquals(401, error.getHttpStatusCode());
  }

  @Test
  void looksUpTheProjectWithATemporaryKey() throws Exception {
    var temporary = key("TEMPORARY").withSecurityToken("not-a-real-token");
    assertFalse(listImages(temporary, all).isEmpty());
    var requests = mock.control("GET", "requests", "").get("requests");
    assertEquals("/v3/projects", requests.get(0).get("path").asText());
  }
}
