package io.triglot.processor.backend.rest;

import com.palantir.javapoet.ClassName;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.Origin;
import io.triglot.processor.spi.Options;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code -Atriglot.componentModel}: whose annotations the generated resource classes have, so that
 * a container finds them and gives them what they need.
 */
enum ComponentModel {
  /** Nobody's: the application makes them. */
  PLAIN(Optional.empty()),

  /** CDI: one bean of the application, which needs to be one that can have a client proxy. */
  JAKARTA(Optional.of(ClassName.get("jakarta.enterprise.context", "ApplicationScoped"))),

  /** Spring, which calls the only constructor of a class. */
  SPRING(Optional.of(ClassName.get("org.springframework.stereotype", "Component")));

  /**
   * Whose annotations the generated resource classes have, so that a container finds and fills
   * them: {@code plain}, {@code jakarta} or {@code spring}. {@code plain} if not given.
   */
  static final String OPTION = "componentModel";

  /** What marks the constructor that CDI is to call. */
  static final ClassName INJECT = ClassName.get("jakarta.inject", "Inject");

  private static final Rule VALUE = Rule.error("TriglotUnknownOption");

  private final Optional<ClassName> scope;

  ComponentModel(Optional<ClassName> scope) {
    this.scope = scope;
  }

  /** What marks a class as a component. */
  Optional<ClassName> scope() {
    return scope;
  }

  /** What the option says; that of the application itself where it is not understood. */
  static ComponentModel of(Options options) {
    return options.get(OPTION).flatMap(ComponentModel::named).orElse(PLAIN);
  }

  /** What is wrong with the value of the option. */
  static Stream<Diagnostic> check(Options options) {
    return options.get(OPTION).stream()
        .filter(value -> named(value).isEmpty())
        .map(
            value ->
                VALUE.at(
                    new Origin("triglot." + OPTION, "triglot." + OPTION),
                    "There is no value " + value + " of the option triglot." + OPTION + ".",
                    "Write plain, jakarta or spring."));
  }

  private static Optional<ComponentModel> named(String value) {
    return Stream.of(values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(value))
        .findFirst();
  }
}
