package io.triglot.processor.types;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Java type with values of it: one folder of {@code cases/types}. Out of the file {@code
 * row.json} comes a service that gives back what it was sent wherever such a type can stand; the
 * folder's Java sources are compiled with it.
 *
 * @param type the type as a source has it
 * @param boxed the same as a type argument
 * @param nullable the same where it may be null
 * @param annotations what stands in front of it
 * @param places where it can stand: in a box's fields ({@code value orNull maybe list map key}), in
 *     a {@code query}, in a {@code path}
 * @param values values in JSON
 * @param graphQl the same values as GraphQL has them, if they differ
 * @param graphQlAnswers the same values as GraphQL answers with them, if that differs from what it
 *     takes
 * @param proto the same values in protobuf's JSON, if they differ
 * @param protoKeys the same values as keys of maps in protobuf's JSON, if they differ
 * @param absent what gRPC makes of null: an empty array or object, if the type is repeated
 * @param selection what GraphQL selects of it
 * @param wrong JSON that is no such value
 * @param differsFromJackson why the JSON is not Jackson's
 * @param contracts how the three contracts describe it
 */
record TypeRow(
    @JsonProperty(required = true) String type,
    @Nullable String boxed,
    @Nullable String nullable,
    @Nullable String annotations,
    @Nullable List<String> places,
    @JsonProperty(required = true) List<JsonNode> values,
    @Nullable List<JsonNode> graphQl,
    @Nullable List<JsonNode> graphQlAnswers,
    @Nullable List<JsonNode> proto,
    @Nullable List<String> protoKeys,
    @Nullable JsonNode absent,
    @Nullable String selection,
    @Nullable List<JsonNode> wrong,
    @Nullable String differsFromJackson,
    @Nullable Contracts contracts) {
  private static final List<String> FIELDS = List.of("value", "orNull", "maybe", "list", "map");

  /** The type of a field as the three contracts have it. */
  record Contracts(String proto, String graphQl, JsonNode openApi) {}

  TypeRow {
    boxed = boxed == null ? type : boxed;
    nullable = nullable == null ? "@Nullable " + boxed : nullable;
    annotations = annotations == null ? "" : annotations + " ";
    places = places == null ? FIELDS : places;
    graphQl = graphQl == null ? values : graphQl;
    graphQlAnswers = graphQlAnswers == null ? graphQl : graphQlAnswers;
    proto = proto == null ? values : proto;
    protoKeys = protoKeys == null ? values.stream().map(JsonNode::asText).toList() : protoKeys;
    selection = selection == null ? "" : " " + selection;
    wrong = wrong == null ? List.of() : wrong;
  }

  /** Whether the type can stand there. */
  boolean canBe(String place) {
    return Objects.requireNonNull(places).contains(place);
  }

  /** Whether a field of that name may be null. */
  boolean mayBeNull(String field) {
    return field.equals("orNull") || field.equals("maybe");
  }

  /** The fields of a box. */
  List<String> fields() {
    return Stream.of("value", "orNull", "maybe", "list", "map", "key").filter(this::canBe).toList();
  }

  /** The parameters of an operation. */
  List<String> parameters() {
    return fields().stream().filter(field -> !field.equals("key")).toList();
  }

  /** The box that has the type in each of its fields. */
  String box(String name) {
    String components = declared(fields(), ",\n    ");
    return HEAD
        + "public record %1$sBox(\n    %2$s, @Nullable %1$sBox inner) {}\n"
            .formatted(name, components);
  }

  /** The service that gives back what it was sent. */
  String service(String name, String path) {
    StringBuilder operations = new StringBuilder();
    operations.append(
        """
          @ApiOperation("POST /%2$s/box")
          public %1$sBox echo%1$sBox(%1$sBox box) {
            return box;
          }
        """
            .formatted(name, path));
    operations.append(
        """

          @ApiOperation("POST /%2$s/parameters")
          %3$spublic %4$s echo%1$s(
              %5$s) {
            return value;
          }
        """
            .formatted(name, path, annotations, type, declared(parameters(), ",\n      ")));
    if (canBe("orNull")) {
      operations.append(
          """

            @ApiOperation("POST /%2$s/null")
            %3$spublic %4$s find%1$s(%3$s%4$s orNull, %3$s%4$s other) {
              return orNull;
            }
          """
              .formatted(name, path, annotations, nullable));
    }
    if (canBe("query")) {
      operations.append(
          """

            @ApiOperation("GET /%2$s/query")
            public List<%3$s> list%1$s(%4$s value, %5$s orNull, List<%3$s> values) {
              List<%3$s> all = new ArrayList<>(values);
              all.add(value);
              return all;
            }
          """
              .formatted(name, path, boxed, type, nullable));
    }
    if (canBe("path")) {
      operations.append(
          """

            @ApiOperation("GET /%2$s/path/{value}")
            public %3$s get%1$s(%3$s value) {
              return value;
            }
          """
              .formatted(name, path, type));
    }
    return HEAD
        + "public class %sService {\n%s}\n".formatted(name, operations.toString().indent(0));
  }

  private String declared(List<String> names, String separator) {
    return names.stream()
        .map(name -> annotations + type(name) + " " + name)
        .collect(Collectors.joining(separator));
  }

  private String type(String field) {
    return switch (field) {
      case "orNull" -> Objects.requireNonNull(nullable);
      case "maybe" -> "Optional<" + boxed + ">";
      case "list" -> "List<" + boxed + ">";
      case "map" -> "Map<String, " + boxed + ">";
      case "key" -> "Map<" + boxed + ", Integer>";
      default -> type;
    };
  }

  /** The name that a folder such as {@code local-time} gives to classes. */
  static String className(Path folder) {
    return Arrays.stream(folder.getFileName().toString().split("-"))
        .map(TypeRow::capitalized)
        .collect(Collectors.joining());
  }

  /** The Java sources of a folder. */
  static List<String> sources(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(TypeRow::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return HEAD + Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  static final String PACKAGE = "com.acme.rows";
  private static final String HEAD =
      """
      package com.acme.rows;

      import com.fasterxml.jackson.annotation.*;
      import com.fasterxml.jackson.databind.*;
      import com.fasterxml.jackson.databind.annotation.*;
      import com.fasterxml.jackson.databind.node.*;
      import io.triglot.*;
      import java.math.*;
      import java.net.*;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      import org.jspecify.annotations.*;

      """;
}
