package io.triglot.server;

import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.HttpResponse;
import io.triglot.server.page.ApiListing;
import io.triglot.server.page.Asset;
import io.triglot.server.page.ProtoIndex;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP port as a whole: some paths are the server's own, all others are the API's REST side.
 *
 * @param own the endpoints of the server's own paths
 * @param rest the endpoint of all other paths
 */
record Site(SortedMap<String, HttpEndpoint> own, HttpEndpoint rest) implements HttpEndpoint {
  static final String GRAPHQL = "/graphql";
  static final String SCHEMA = "/schema.graphqls";

  static final String HTML = "text/html; charset=utf-8";
  private static final String TEXT = "text/plain; charset=utf-8";

  @Override
  public Exchange accept(HttpRequest request) {
    return own.getOrDefault(request.path(), rest).accept(request);
  }

  /**
   * The contracts, for programs.
   *
   * @param openApi makes the OpenAPI document, JSON text, for clients below a path
   * @param openApiYaml makes the same as YAML
   * @param sdl makes the text of the GraphQL schema; null where that is not told
   * @param protoFiles the {@code .proto} files by path
   */
  static SortedMap<String, HttpEndpoint> contracts(
      UnaryOperator<String> openApi,
      UnaryOperator<String> openApiYaml,
      @Nullable Supplier<String> sdl,
      Map<String, String> protoFiles) {
    SortedMap<String, HttpEndpoint> own = new TreeMap<>();
    own.put("/openapi.json", new OpenApiPath("application/json", openApi));
    own.put("/openapi.yaml", new OpenApiPath("application/yaml", openApiYaml)); // RFC 9512
    if (sdl != null) {
      own.put(SCHEMA, new Fixed(() -> HttpResponse.of(200, TEXT, sdl.get()), false));
    }
    protoFiles.forEach(
        (path, text) -> own.put("/proto/" + path, Fixed.of(HttpResponse.of(200, TEXT, text))));
    return own;
  }

  /**
   * The pages for people, but for the explorer of GraphQL.
   *
   * @param listing makes what the start page lists, when somebody asks for it first
   * @param tls whether the gRPC port speaks TLS
   */
  static SortedMap<String, HttpEndpoint> pages(
      Supplier<ApiListing> listing, boolean tls, Map<String, String> protoFiles) {
    SortedMap<String, HttpEndpoint> own = new TreeMap<>();
    own.put("/", new StartPath(listing, tls));
    own.put("/openapi", Fixed.of(PageHeaders.EXPLORER.page(Asset.swaggerUi())));
    own.put(
        "/proto",
        Fixed.of(
            PageHeaders.START.addTo(
                HttpResponse.of(200, HTML, ProtoIndex.render(protoFiles.keySet())))));
    Asset.all().forEach(asset -> own.put(asset.path(), asset(asset)));
    return own;
  }

  /**
   * Whether a path template of the API could match a path of the server's own.
   *
   * @param template a path template, whose variables are in braces
   * @param paths the server's own paths
   * @return the first such path
   */
  static Optional<String> clash(String template, Set<String> paths) {
    String[] pattern = template.split("/", -1);
    return paths.stream().filter(path -> matches(pattern, path.split("/", -1))).findFirst();
  }

  private static boolean matches(String[] pattern, String[] path) {
    if (pattern.length != path.length) {
      return false;
    }
    for (int i = 0; i < path.length; i++) {
      if (!pattern[i].equals(path[i]) && (!pattern[i].contains("{") || path[i].isEmpty())) {
        return false;
      }
    }
    return true;
  }

  private static HttpEndpoint asset(Asset asset) {
    return new Fixed(
        () -> PageHeaders.START.page(asset).header("Cache-Control", "max-age=3600"), true);
  }
}
