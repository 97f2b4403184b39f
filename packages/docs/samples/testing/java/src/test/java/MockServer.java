import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts the mock server once for a test class, and resets it before each test. */
class MockServer implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private final HttpClient client = HttpClient.newHttpClient();
  private Process process;
  /** The server at MOCK_URL, or one of our own. */
  String url = System.getenv("MOCK_URL");

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    if (url != null) return;
    process = new ProcessBuilder(
        "npx", "--yes", "@workspace-images/mock-server",
        "--port", "0", "--quiet", "--stop-with-stdin",
        "--region", "cn-north-4", "--access-key", "AK:not-a-real-secret",
        "--access-key", "TEMPORARY:not-a-real-secret:not-a-real-token")
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String line = process.inputReader().readLine();
    if (line == null) throw new IOException("The mock server did not start");
    url = line.replace("Listening on ", "");
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    control("POST", "reset", "");
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (process == null) return;
    process.getOutputStream().close(); // Stops the server.
    process.waitFor();
  }

  JsonNode control(String method, String path, String body) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(url + "/_mock/" + path))
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body)).build();
    var response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() >= 400) throw new IOException(response.body());
    return new ObjectMapper().readTree(response.body());
  }
}
