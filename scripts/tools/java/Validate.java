import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;

class Validate {
  public static void main(String[] files) {
    boolean valid = true;
    for (String file : files) {
      var options = new ParseOptions();
      options.setResolve(true);
      var result = new OpenAPIV3Parser().readLocation(file, null, options);
      for (String message : result.getMessages()) System.err.println(file + ": " + message);
      valid &= result.getOpenAPI() != null && result.getMessages().isEmpty();
    }
    if (!valid) System.exit(1);
  }
}
