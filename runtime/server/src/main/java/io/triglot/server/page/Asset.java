package io.triglot.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A file that pages refer to, from the server's own jar.
 *
 * @param name its path below {@link #PREFIX}
 * @param mediaType what it is
 */
public record Asset(String name, String mediaType) {
  /** Where assets are found on the server. */
  public static final String PREFIX = "/_triglot/";

  private static final String CSS = "text/css; charset=utf-8";
  private static final String JAVASCRIPT = "text/javascript; charset=utf-8";

  /** All of them. */
  public static List<Asset> all() {
    return List.of(
        new Asset("page.css", CSS),
        new Asset("page.js", JAVASCRIPT),
        new Asset("explorer.css", CSS),
        new Asset("explorer.js", JAVASCRIPT),
        new Asset("swagger.css", CSS),
        new Asset("swagger.js", JAVASCRIPT),
        new Asset("swagger-ui/swagger-ui.css", CSS),
        new Asset("swagger-ui/swagger-ui-bundle.js", JAVASCRIPT),
        new Asset("graphiql/graphiql.min.css", CSS),
        new Asset("graphiql/graphiql.min.js", JAVASCRIPT),
        new Asset("react/react.production.min.js", JAVASCRIPT),
        new Asset("react-dom/react-dom.production.min.js", JAVASCRIPT));
  }

  /** The HTML document of the GraphQL explorer. */
  public static Asset explorer() {
    return new Asset("explorer.html", "text/html; charset=utf-8");
  }

  /** The HTML document of the explorer of REST. */
  public static Asset swaggerUi() {
    return new Asset("swagger.html", "text/html; charset=utf-8");
  }

  /** Where it is found on the server. */
  public String path() {
    return PREFIX + name;
  }

  /** Reads it. */
  public byte[] content() {
    try (InputStream in = Asset.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing in the server's jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
