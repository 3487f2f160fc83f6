package io.triglot.processor.backend.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.Origin;
import io.triglot.processor.spi.Options;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How callers sign in, as the document says it (OpenAPI 3.1, section 4.8.27): {@code
 * -Atriglot.openapi.security}.
 *
 * @param name the name of the scheme
 * @param detail the format of tokens, the name of the header or cookie, or an address; empty for
 *     none
 */
record SecurityScheme(String name, String detail) {
  /**
   * How callers sign in, as the OpenAPI document says it: {@code basic}, {@code bearer}, {@code
   * bearer:JWT}, {@code header:X-API-Key}, {@code cookie:session}, or {@code openid:} and the
   * address of the provider's configuration. {@code bearer} if not given.
   */
  static final String OPTION = "openapi.security";

  /** Tokens in the header {@code Authorization}, of no known format. */
  static final SecurityScheme BEARER = new SecurityScheme("bearer", "");

  private static final Rule VALUE = Rule.error("TriglotUnknownOption");
  private static final Pattern FORM =
      Pattern.compile("basic|bearer(:\\S+)?|(header|cookie|openid):\\S+");

  /** The scheme that the options tell. */
  static SecurityScheme of(Options options) {
    return options
        .get(OPTION)
        .filter(value -> FORM.matcher(value).matches())
        .map(
            value -> {
              String[] parts = value.split(":", 2);
              return new SecurityScheme(parts[0], parts.length == 1 ? "" : parts[1]);
            })
        .orElse(BEARER);
  }

  /** What is wrong with the value of the option. */
  static Stream<Diagnostic> check(Options options) {
    return options.get(OPTION).stream()
        .filter(value -> !FORM.matcher(value).matches())
        .map(
            value ->
                VALUE.at(
                    new Origin("triglot." + OPTION, "triglot." + OPTION),
                    "There is no value " + value + " of the option triglot." + OPTION + ".",
                    "Write basic, bearer, bearer:JWT, header:X-API-Key, cookie:session, or openid:"
                        + " and the address of the provider's configuration."));
  }

  /** The scheme as a component. */
  ObjectNode component() {
    ObjectNode scheme = JsonNodeFactory.instance.objectNode();
    switch (name) {
      case "header", "cookie" -> scheme.put("type", "apiKey").put("name", detail).put("in", name);
      case "openid" -> scheme.put("type", "openIdConnect").put("openIdConnectUrl", detail);
      default -> scheme.put("type", "http").put("scheme", name);
    }
    return name.equals("bearer") && !detail.isEmpty() ? scheme.put("bearerFormat", detail) : scheme;
  }
}
