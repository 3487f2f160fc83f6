package io.triglot.processor.frontend;

import io.triglot.processor.model.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/**
 * Tells by its annotation where a request of REST has the value of a parameter, field or setter.
 */
final class ParameterSource {
  private static final Pattern SEPARATORS = Pattern.compile("[^A-Za-z0-9]+");
  private static final Pattern IDENTIFIER = Pattern.compile("[a-z][A-Za-z0-9]*");

  private static final List<Kind> KINDS =
      List.of(
          new Kind("PathParam", Source.PathVariable::new),
          new Kind("QueryParam", Source.Query::new),
          new Kind("HeaderParam", Source.Header::new, ParameterSource::headerName),
          new Kind("CookieParam", Source.Cookie::new),
          new Kind("FormParam", Source.Form::new),
          new Kind("MatrixParam", Source.Matrix::new));

  private ParameterSource() {}

  /**
   * A kind of parameters.
   *
   * @param unnamed what one is called whose annotation does not say it, by its name in Java
   */
  private record Kind(
      String annotation, Function<String, Source> source, UnaryOperator<String> unnamed) {
    Kind(String annotation, Function<String, Source> source) {
      this(annotation, source, UnaryOperator.identity());
    }
  }

  /** The source; empty where no annotation says. RESTEasy's short forms may leave out the name. */
  static Optional<Source> of(Element element, String javaName) {
    return KINDS.stream()
        .flatMap(
            kind ->
                JaxRs.findParameter(element, kind.annotation())
                    .map(found -> found.text("value"))
                    .map(
                        name ->
                            kind.source()
                                .apply(name.isEmpty() ? kind.unnamed().apply(javaName) : name))
                    .stream())
        .findFirst();
  }

  /** Whether a value is in the headers of a request, of which other protocols have some, too. */
  static boolean isMetadata(Source source) {
    return source instanceof Source.Header || source instanceof Source.Cookie;
  }

  /** RESTEasy Reactive's {@code xTenant} is the header {@code X-Tenant}. */
  private static String headerName(String javaName) {
    String words = javaName.replaceAll("(\\p{Lu})", "-$1");
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** What the contracts call a value: what REST calls it, as an identifier. */
  static String contractName(Source source, String javaName) {
    String name = restName(source).orElse(javaName);
    if (IDENTIFIER.matcher(name).matches()) {
      return name;
    }
    String joined =
        SEPARATORS
            .splitAsStream(name)
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    String camel =
        joined.isEmpty()
            ? javaName
            : joined.substring(0, 1).toLowerCase(Locale.ROOT) + joined.substring(1);
    return IDENTIFIER.matcher(camel).matches() ? camel : javaName;
  }

  private static Optional<String> restName(Source source) {
    return Stream.of(source)
        .flatMap(
            each ->
                each instanceof Source.PathVariable variable
                    ? Stream.of(variable.name())
                    : each instanceof Source.Query query
                        ? Stream.of(query.name())
                        : each instanceof Source.Form form
                            ? Stream.of(form.name())
                            : each instanceof Source.Matrix matrix
                                ? Stream.of(matrix.name())
                                : Stream.empty())
        .findFirst();
  }
}
