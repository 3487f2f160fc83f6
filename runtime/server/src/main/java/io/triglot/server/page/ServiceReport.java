package io.triglot.server.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.triglot.server.page.ApiListing.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A service's part of the report of its module, as the processor has kept it in the service's
 * contract: the start page and the report tell the same.
 *
 * @param entries operations, batched fields and what finds entities
 * @param types those that are not called the same in all contracts
 */
public record ServiceReport(
    String name, String doc, String deprecation, List<Entry> entries, @Nullable List<Named> types) {
  /** What the processor calls this part of a contract. */
  public static final String ID = "report";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * A type that has names of its own in single contracts.
   *
   * @param name what it is called elsewhere
   * @param names what it is called, by the id of the back end
   * @param input what GraphQL calls it as an input type; empty for the derived name
   */
  public record Named(String name, Map<String, String> names, String input) {}

  /**
   * An operation or a batched field.
   *
   * @param addresses by the id of the back end, such as {@code grpc}
   */
  public record Entry(
      String name,
      String signature,
      String doc,
      String deprecation,
      Map<String, String> addresses,
      String access,
      List<Failure> errors) {}

  /** The report that a text holds; empty for none, and for one of a version that said less. */
  public static Optional<ServiceReport> parse(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.readValue(text, ServiceReport.class));
    } catch (JsonProcessingException otherVersion) {
      return Optional.empty();
    }
  }
}
