import io.swagger.client.ApiClient;
import io.swagger.client.api.ImagesApi;
import io.swagger.client.auth.ApiKeyAuth;
import io.swagger.client.model.ImagePage;

class ListSwaggerCodegen {
  public static void main(String[] args) throws Exception {
    var client = new ApiClient().setBasePath(System.getenv("WORKSPACE_ENDPOINT"));
    ((ApiKeyAuth) client.getAuthentication("XAuthToken")).setApiKey(System.getenv("TOKEN"));
    ImagePage page = new ImagesApi(client)
        .listImages(System.getenv("PROJECT_ID"), "Windows", null, null, null, null, null, null, null, null, null, null);
    for (var image : page.getImages()) System.out.println(image.getId());
  }
}
