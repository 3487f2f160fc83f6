package io.triglot.server.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What a caller sends to say who it is: a header field whose value has a variable of the shell in
 * it, which the reader sets.
 *
 * @param header the name of the field
 * @param value its value, to stand in double quotes
 */
public record Credential(String header, String value) {
  /** Tokens in the header {@code Authorization}. */
  static final Credential BEARER = new Credential("Authorization", "Bearer $TOKEN");

  /** What a security scheme of OpenAPI asks for (OpenAPI 3.1, section 4.8.27). */
  static Optional<Credential> of(JsonNode scheme) {
    return switch (scheme.path("type").asText()) {
      case "http" ->
          Optional.of(
              scheme.path("scheme").asText().equals("basic")
                  ? new Credential("Authorization", "Basic $CREDENTIALS")
                  : BEARER);
      case "apiKey" -> {
        String name = scheme.path("name").asText();
        yield switch (scheme.path("in").asText()) {
          case "header" -> Optional.of(new Credential(name, "$KEY"));
          case "cookie" -> Optional.of(new Credential("Cookie", name + "=$KEY"));
          default -> Optional.empty();
        };
      }
      case "openIdConnect", "oauth2" -> Optional.of(BEARER);
      default -> Optional.empty();
    };
  }

  /** As an argument of curl and of {@code buf curl}. */
  String curl() {
    return "-H \"" + header + ": " + value + "\"";
  }
}
