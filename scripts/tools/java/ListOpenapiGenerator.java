import org.openapitools.client.ApiClient;
import org.openapitools.client.api.ImagesApi;

class ListOpenapiGenerator {
  public static void main(String[] args) throws Exception {
    var client = new ApiClient();
    client.updateBaseUri(System.getenv("WORKSPACE_ENDPOINT"));
    client.setRequestInterceptor(request -> request.header("X-Auth-Token", System.getenv("TOKEN")));
    var page = new ImagesApi(client)
        .listImages(System.getenv("PROJECT_ID"), "Windows", null, null, null, null, null, null, null, null, null, null);
    for (var image : page.getImages()) System.out.println(image.getId());
  }
}
