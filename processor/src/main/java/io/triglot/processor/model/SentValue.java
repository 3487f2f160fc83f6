package io.triglot.processor.model;

import io.triglot.processor.model.Argument.Bean;
import io.triglot.processor.model.Argument.CookieObject;
import io.triglot.processor.model.Argument.Member;
import io.triglot.processor.model.Argument.Metadata;
import io.triglot.processor.model.Argument.Received;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a client of an adopted resource sends: a field of the rpc's request, or a header or cookie.
 *
 * @param parameter what the client's method takes
 * @param source where REST has it
 */
public record SentValue(Parameter parameter, Source source) {
  /** What clients of HTTP say themselves. */
  private static final Set<String> OWN_HEADERS =
      Set.of(
          "accept",
          "connection",
          "content-length",
          "content-type",
          "expect",
          "host",
          "transfer-encoding",
          "upgrade");

  /** All that a caller of an adopted operation sends, in the order of the resource's own. */
  public static List<SentValue> of(Operation operation) {
    AdoptedMethod adopted = operation.adopted().orElseThrow();
    Set<Source> headers = new HashSet<>();
    return Stream.of(adopted.arguments(), adopted.injected())
        .flatMap(List::stream)
        .flatMap(argument -> of(argument, operation))
        .filter(sent -> !sent.isHeader() || sent.isOfCaller() && headers.add(sent.source()))
        .toList();
  }

  private static Stream<SentValue> of(Argument argument, Operation operation) {
    if (argument instanceof Received received) {
      return operation.arguments().stream()
          .filter(each -> each.javaName().equals(received.parameter()))
          .map(parameter -> new SentValue(parameter, received.source()));
    }
    if (argument instanceof Metadata metadata) {
      return Stream.of(new SentValue(metadata.sent(), metadata.source()));
    }
    if (argument instanceof CookieObject cookie) {
      return Stream.of(new SentValue(cookie.sent(), new Source.Cookie(cookie.name())));
    }
    return argument instanceof Bean bean
        ? Stream.concat(bean.constructor().stream(), bean.members().stream().map(Member::argument))
            .flatMap(part -> of(part, operation))
        : Stream.empty();
  }

  /** Whether it is in the headers of REST, and in the metadata of gRPC. */
  public boolean isHeader() {
    return source instanceof Source.Header || source instanceof Source.Cookie;
  }

  private boolean isOfCaller() {
    return !(source instanceof Source.Header header)
        || !OWN_HEADERS.contains(header.name().toLowerCase(Locale.ROOT));
  }
}
