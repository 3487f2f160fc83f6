package io.triglot.processor.backend.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.introspection.IntrospectionQueryBuilder;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.language.AstPrinter;
import graphql.language.AstSorter;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.SchemaDefinition;
import graphql.parser.Parser;
import io.triglot.processor.testing.Compilation;
import io.triglot.runtime.Api;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the SDL says is what the running schema tells of itself. */
class SdlTest {
  /** What graphql-java leaves out when it makes a document of an introspection. */
  private static final String DEPRECATED_INPUT =
      "  \"What to know of it.\"\n  note: String @deprecated(reason: \"Use labels.\")\n}\n\ninput";

  @TempDir Path directory;

  @Test
  void theSdlIsWhatTheRunningSchemaIntrospectsTo() throws ReflectiveOperationException {
    Compilation compilation = GraphQlCases.compile("types", directory).requireSuccess();
    GraphQlEndpoint endpoint =
        GraphQlEndpoint.of(
            Api.of(compilation.load("com.acme.types.TypesService").getConstructor().newInstance()));
    var introspected =
        endpoint.execute(
            ExecutionInput.newExecutionInput(
                    IntrospectionQueryBuilder.build(
                        IntrospectionQueryBuilder.Options.defaultOptions()
                            .inputValueDeprecation(true)
                            .specifiedByUrl(true)))
                .build());
    assertThat(introspected.getErrors()).isEmpty();
    Document running = new IntrospectionResultToSchema().createSchemaDefinition(introspected);
    assertThat(
            sorted(endpoint.sdl())
                .replaceAll(" @specifiedBy\\(url: \"[^\"]*\"\\)", "")
                .replace(" @oneOf", "")
                .replace(DEPRECATED_INPUT, DEPRECATED_INPUT.replaceAll(" @.*", "")))
        .isEqualTo(sorted(AstPrinter.printAst(running)));
    assertThat(sorted(endpoint.sdl())).contains(DEPRECATED_INPUT, "input TermInput @oneOf {");
    assertThat(answer(endpoint, "{ __type(name: \"TermInput\") { isOneOf } }"))
        .isEqualTo("{isOneOf=true}");
    assertThat(
            answer(
                endpoint,
                "{ __type(name: \"NodeInput\") { inputFields(includeDeprecated: true)"
                    + " { name deprecationReason } } }"))
        .isEqualTo(
            "{inputFields=[{name=name, deprecationReason=null}, {name=next,"
                + " deprecationReason=null}, {name=note, deprecationReason=Use labels.}]}");
    assertThat(endpoint.sdl())
        .contains("scalar UUID @specifiedBy(url: \"" + specification(endpoint, "UUID") + "\")")
        .contains("scalar Date @specifiedBy(url: \"" + specification(endpoint, "Date") + "\")");
  }

  @Test
  void argumentsAndDefaultsAreThoseOfTheRunningSchema() throws ReflectiveOperationException {
    Compilation compilation = GraphQlCases.compile("arguments", directory).requireSuccess();
    GraphQlEndpoint endpoint =
        GraphQlEndpoint.of(
            Api.of(
                compilation.load("com.acme.library.BookService").getConstructor().newInstance()));
    var introspected =
        endpoint.execute(
            ExecutionInput.newExecutionInput(IntrospectionQueryBuilder.build()).build());
    Document running = new IntrospectionResultToSchema().createSchemaDefinition(introspected);
    assertThat(undescribed(endpoint.sdl()).replaceAll(" @specifiedBy\\(url: \"[^\"]*\"\\)", ""))
        .isEqualTo(undescribed(AstPrinter.printAst(running)));
    assertThat(endpoint.sdl())
        .isEqualTo(compilation.resource("META-INF/triglot/schema.graphqls"))
        .contains("length: Int! = 10", "order: Order! = NEWEST", "priceIn(");
  }

  /** Definitions without descriptions and on one line. */
  private static String undescribed(String sdl) {
    return printed(sdl)
        .replaceAll("(?s)\"\"\".*?\"\"\"", "")
        .replaceAll("(?m)^\\s*\"[^\"\\n]*\"$", "")
        .replaceAll("\\s+", " ");
  }

  private static String specification(GraphQlEndpoint endpoint, String scalar) {
    return answer(endpoint, "{ __type(name: \"" + scalar + "\") { specifiedByURL } }")
        .replaceAll(".*=(.*)}", "$1");
  }

  private static String answer(GraphQlEndpoint endpoint, String query) {
    Map<String, Object> data =
        endpoint.execute(ExecutionInput.newExecutionInput(query).build()).getData();
    return String.valueOf(data.get("__type"));
  }

  /** Definitions in one order and one way to quote, without those that every schema has. */
  private static String sorted(String sdl) {
    return printed(sdl).replaceAll("\"{3}\\s*\\n\\s*([^\\n]*)\\n\\s*\"{3}", "\"$1\"");
  }

  private static String printed(String sdl) {
    Document document = Parser.parse(sdl);
    Document own =
        document.transform(
            builder ->
                builder.definitions(
                    document.getDefinitions().stream()
                        .filter(definition -> !(definition instanceof SchemaDefinition))
                        .filter(definition -> !(definition instanceof DirectiveDefinition))
                        .toList()));
    return AstPrinter.printAst(new AstSorter().sort(own));
  }
}
