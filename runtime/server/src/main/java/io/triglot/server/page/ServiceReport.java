package io.triglot.server.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.triglot.server.page.ApiListing.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service's part of the report of its module, as the processor has kept it in the service's
 * contract: the start page and the report tell the same.
 *
 * @param entries operations, batched fields and what finds entities
 */
public record ServiceReport(String name, String doc, String deprecation, List<Entry> entries) {
  /** What the processor calls this part of a contract. */
  public static final String ID = "report";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

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
