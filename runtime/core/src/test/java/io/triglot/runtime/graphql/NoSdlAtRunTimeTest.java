package io.triglot.runtime.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLObjectType;
import io.triglot.runtime.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema is built by code that was generated, and not from text. */
class NoSdlAtRunTimeTest {

  @Test
  void noClassKnowsWhatMakesSchemasOfSdl() throws Exception {
    Path classes =
        Path.of(GraphQlEndpoint.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes.resolve("io/triglot/runtime"))) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".class")).toList();

      assertThat(all).hasSizeGreaterThan(300);
      assertThat(all).filteredOn(NoSdlAtRunTimeTest::knowsSdl).isEmpty();
    }
    assertThat(knowsSdl(here())).isTrue(); // or the test finds nothing
  }

  @Test
  void nothingOfTheSchemaHasADefinitionThatWasParsed() {
    var schema =
        SchemaAssembly.of(
                Api.of(new Sample()).bindings("GraphQl", GraphQlBinding.class),
                new FieldInterceptors(Map.of(), Api.of().calls()),
                GraphQlSettings.DEFAULTS,
                () -> "")
            .schema();

    assertThat(schema.getAllTypesAsList())
        .filteredOn(type -> !type.getName().startsWith("__"))
        .filteredOn(
            type ->
                type instanceof GraphQLObjectType
                    || type instanceof GraphQLEnumType
                    || type instanceof GraphQLInputObjectType)
        .hasSizeGreaterThan(3)
        .extracting(GraphQLNamedSchemaElement::getDefinition)
        .containsOnlyNulls();
  }

  private static Path here() throws Exception {
    return Path.of(
            NoSdlAtRunTimeTest.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .resolve(NoSdlAtRunTimeTest.class.getName().replace('.', '/') + ".class");
  }

  /** Whether a class file has a name of the package that reads SDL, as this one has. */
  private static boolean knowsSdl(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
          .contains("graphql/schema/idl");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
