package io.triglot.processor.types.random;

import io.triglot.processor.types.random.Model.Choice;
import io.triglot.processor.types.random.Model.Family;
import io.triglot.processor.types.random.Model.Presence;
import io.triglot.processor.types.random.Model.Property;
import io.triglot.processor.types.random.Model.Structure;
import io.triglot.processor.types.random.Model.Type;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a model as Java source, with a service that gives back what it was sent. */
record ModelSources(Model model) {
  static final String PACKAGE = "com.acme.random";
  static final String TAG = "@is";
  static final String SERVICE = PACKAGE + ".EchoService";
  private static final String HEAD =
      """
      package com.acme.random;

      import io.triglot.ApiOperation;
      import java.math.*;
      import java.net.*;
      import java.time.*;
      import java.util.*;
      import org.jspecify.annotations.*;

      """;

  String[] all() {
    return Stream.of(
            Stream.of("@org.jspecify.annotations.NullMarked package com.acme.random;"),
            model.types().stream().map(this::source),
            Stream.of(service()))
        .flatMap(Function.identity())
        .toArray(String[]::new);
  }

  /** Two operations for each structure: it is the one parameter, or its properties are. */
  private String service() {
    return HEAD
        + "public class EchoService {\n  public Object received = \"\";\n"
        + model.structures().stream().map(this::operations).collect(Collectors.joining())
        + "}\n";
  }

  private String operations(Structure type) {
    String echo =
        """
          @ApiOperation("POST /%1$s/echo")
          public %1$s echo%1$s(%1$s sent) {
            received = sent;
            return sent;
          }
        """
            .formatted(type.name());
    if (type.properties().size() == 1) {
      return echo; // one parameter may be the body itself
    }
    return echo
        + """
            @ApiOperation("POST /%1$s/make")
            public %1$s make%1$s(%2$s) {
              %1$s answer = new %1$s(%3$s);
          %4$s    this.received = answer;
              return answer;
            }
          """
            .formatted(
                type.name(),
                parameters(type),
                type.style() == Model.Style.BEAN ? "" : names(type),
                type.style() == Model.Style.BEAN
                    ? each(type, p -> "    answer.set%s(%s);\n".formatted(capital(p), p.name()))
                    : "");
  }

  private String source(Type type) {
    if (type instanceof Choice choice) {
      return HEAD
          + "public enum %s { %s }\n"
              .formatted(choice.name(), String.join(", ", choice.constants()));
    }
    if (type instanceof Family family) {
      return HEAD
          + "@com.fasterxml.jackson.annotation.JsonTypeInfo(use ="
          + " com.fasterxml.jackson.annotation.JsonTypeInfo.Id.NAME, property = \"%s\")\n"
              .formatted(TAG)
          + "public sealed interface %s permits %s {}\n"
              .formatted(family.name(), String.join(", ", members(family)));
    }
    Structure structure = (Structure) type;
    List<String> families = model.families(type);
    String heirs = families.isEmpty() ? "" : " implements " + String.join(", ", families);
    return HEAD
        + switch (structure.style()) {
          case RECORD ->
              "public record %s(%s)%s {}\n".formatted(type.name(), components(structure), heirs);
          case BEAN ->
              "public final class %s%s {\n".formatted(type.name(), heirs)
                  + each(structure, this::field)
                  + each(structure, property -> getter(structure, property))
                  + each(structure, this::setter)
                  + "}\n";
          case CONSTRUCTOR ->
              "public final class %1$s%6$s {\n%2$s  public %1$s(%3$s) {\n%4$s  }\n%5$s}\n"
                  .formatted(
                      type.name(),
                      each(structure, this::field),
                      parameters(structure),
                      each(structure, p -> "    this.%1$s = %1$s;\n".formatted(p.name())),
                      each(structure, property -> getter(structure, property)),
                      heirs);
        };
  }

  private List<String> members(Family family) {
    return model.members(family).stream().map(Structure::name).toList();
  }

  private String field(Property property) {
    String value = property.presence() == Presence.OPTIONAL ? " = Optional.empty()" : "";
    return "  private %s %s%s;\n".formatted(java(property), property.name(), value);
  }

  private String getter(Structure type, Property property) {
    return "  %spublic %s get%s() { return %s; }\n"
        .formatted(
            new Annotations(model).of(type, property),
            java(property),
            capital(property),
            property.name());
  }

  private String setter(Property property) {
    return "  public void set%1$s(%2$s %3$s) { this.%3$s = %3$s; }\n"
        .formatted(capital(property), java(property), property.name());
  }

  private String components(Structure type) {
    return type.properties().stream()
        .map(
            property ->
                new Annotations(model).of(type, property) + java(property) + " " + property.name())
        .collect(Collectors.joining(", "));
  }

  private String parameters(Structure type) {
    return type.properties().stream()
        .map(property -> java(property) + " " + property.name())
        .collect(Collectors.joining(", "));
  }

  private static String names(Structure type) {
    return type.properties().stream().map(Property::name).collect(Collectors.joining(", "));
  }

  private static String each(Structure type, Function<Property, String> text) {
    return type.properties().stream().map(text).collect(Collectors.joining());
  }

  private String java(Property property) {
    return switch (property.presence()) {
      case REQUIRED ->
          property.use() instanceof Use.Single single ? single.atom().java() : java(property.use());
      case NULLABLE ->
          property.use().equals(new Use.Single(Atom.BYTES))
              ? "byte @Nullable []"
              : "@Nullable " + java(property.use());
      case OPTIONAL -> "Optional<" + java(property.use()) + ">";
    };
  }

  private String java(Use use) {
    if (use instanceof Use.Single single) {
      return single.atom().boxed();
    }
    if (use instanceof Use.Named named) {
      return model.types().get(named.index()).name();
    }
    if (use instanceof Use.Several several) {
      return "List<" + java(several.element()) + ">";
    }
    if (use instanceof Use.Distinct distinct) {
      return "Set<" + java(distinct.element()) + ">";
    }
    Use.Keyed keyed = (Use.Keyed) use;
    return "Map<" + keyed.key().boxed() + ", " + java(keyed.value()) + ">";
  }

  static String capital(Property property) {
    return property.name().substring(0, 1).toUpperCase(Locale.ROOT) + property.name().substring(1);
  }
}
