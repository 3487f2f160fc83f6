package io.triglot.processor.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A service in the report. It is kept beside the service's parts of the protocols' documents, so
 * that the report of a module can be put together without the sources of all its services. Texts
 * are empty where there is nothing to say.
 *
 * @param name the name in the contracts
 * @param java the canonical name of the class
 * @param doc the description, in Markdown
 * @param deprecation that it is deprecated and why, in Markdown
 * @param types those that are not called the same in all contracts
 */
public record ServiceReport(
    String name,
    String java,
    String doc,
    String deprecation,
    List<Entry> entries,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Named> types) {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** Takes a copy. */
  public ServiceReport {
    entries = List.copyOf(entries);
    types = types == null ? List.of() : List.copyOf(types);
  }

  /**
   * A type that has names of its own in single contracts.
   *
   * @param name what it is called elsewhere
   * @param names what it is called, by the id of the back end
   * @param input what GraphQL calls it as an input type; empty text for the derived name
   */
  public record Named(String name, SortedMap<String, String> names, String input) {}

  /**
   * An operation or a batched field.
   *
   * @param name unique in its service
   * @param signature the name, what it receives and what it gives
   * @param doc the description, in Markdown
   * @param deprecation that it is deprecated and why, in Markdown
   * @param addresses where callers find it, by the id of the back end
   * @param access who may call
   * @param errors those that it declares
   */
  public record Entry(
      String name,
      String signature,
      String doc,
      String deprecation,
      SortedMap<String, String> addresses,
      String access,
      List<Failure> errors) {
    /** Takes copies. */
    public Entry {
      addresses = Collections.unmodifiableSortedMap(new TreeMap<>(addresses));
      errors = List.copyOf(errors);
    }
  }

  /**
   * A declared error.
   *
   * @param reason the constant that programs switch on
   * @param code the canonical code, such as {@code NOT_FOUND}
   */
  public record Failure(String reason, String code) {}

  /** The report as it is kept. */
  String text() {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this).replace("\r\n", "\n")
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The report that a text holds; empty for one of another version of ours. */
  static Optional<ServiceReport> parse(String text) {
    try {
      return Optional.of(MAPPER.readValue(text, ServiceReport.class));
    } catch (JsonProcessingException otherVersion) {
      return Optional.empty();
    }
  }
}
