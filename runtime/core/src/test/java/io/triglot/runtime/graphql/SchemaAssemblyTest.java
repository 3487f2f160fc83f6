package io.triglot.runtime.graphql;

import static graphql.Scalars.GraphQLInt;
import static graphql.Scalars.GraphQLString;
import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeReference;
import graphql.schema.validation.SchemaValidator;
import io.triglot.runtime.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One schema of several services' parts. */
class SchemaAssemblyTest {
  private static final FieldInterceptors NONE = new FieldInterceptors(Map.of(), Api.of().calls());

  private record Product(String name) {}

  private record OtherProduct(int id) {}

  @Test
  void theSchemaIsValidAlthoughItIsNotValidatedWhenItIsBuilt() {
    GraphQLSchema schema =
        SchemaAssembly.of(
                Api.of(new Sample()).bindings("GraphQl", GraphQlBinding.class),
                NONE,
                GraphQlSettings.DEFAULTS,
                () -> "")
            .schema();
    assertThat(new SchemaValidator().validateSchema(schema)).isEmpty();
  }

  @Test
  void servicesThatUseOneTypeShareIt() {
    GraphQLSchema schema = assemble(query("a", this::product), query("b", this::product));
    assertThat(schema.getQueryType().getField("a").getType())
        .isSameAs(schema.getQueryType().getField("b").getType())
        .isSameAs(schema.getType("Product"));
  }

  @Test
  void twoTypesOfOneNameAreRefused() {
    assertThatThrownBy(
            () ->
                assemble(
                    query("a", this::product),
                    query(
                        "b",
                        schema ->
                            schema.object(
                                "Product",
                                OtherProduct.class,
                                type ->
                                    type.field(
                                        newFieldDefinition().name("id").type(GraphQLInt),
                                        OtherProduct::id)))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(
            Product.class.getName(), OtherProduct.class.getName(), "the GraphQL type Product");
  }

  @Test
  void typesOfOneNameAreComparedByTheirJavaTypes() {
    GraphQLSchema schema =
        assemble(
            query("a", builder -> builder.object("Product", new Reader<>(Product.class))),
            query("b", builder -> builder.object("Product", new Reader<>(Product.class) {})));
    assertThat(schema.getObjectType("Product").getFields()).hasSize(1);
    assertThatThrownBy(
            () ->
                assemble(
                    query("a", builder -> builder.object("Product", new Reader<>(Product.class))),
                    query(
                        "b",
                        builder -> builder.object("Product", new Reader<>(OtherProduct.class) {}))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(
            Product.class.getName(), OtherProduct.class.getName(), "the GraphQL type Product");
  }

  @Test
  void noClassIsAskedForWhereTypesHaveOneBinding() {
    TypeOfField unasked =
        builder ->
            builder.object(
                "Product",
                new Reader<>(Product.class) {
                  @Override
                  public Class<?> type() {
                    throw new AssertionError("asked for its class");
                  }
                });
    GraphQLSchema schema = assemble(query("a", unasked), query("b", unasked));
    assertThat(schema.getObjectType("Product").getFields()).hasSize(1);
  }

  /** What is generated for a type, but for its reader. */
  private static class Reader<S> implements ObjectBinding<S> {
    private final Class<S> type;

    Reader(Class<S> type) {
      this.type = type;
    }

    @Override
    public Class<?> type() {
      return type;
    }

    @Override
    public void describe(ObjectFields<S> fields, SchemaBuilder schema) {
      fields.field(newFieldDefinition().name("name").type(GraphQLString));
    }

    @Override
    public Object get(S source, String field) {
      throw new IllegalArgumentException(field);
    }
  }

  @Test
  void twoScalarsOfOneNameAreRefused() {
    assertThatThrownBy(
            () ->
                assemble(
                    query("a", schema -> schema.scalar("Date", GraphQlScalars.DATE)),
                    query("b", schema -> schema.scalar("Date", GraphQlScalars.DATE_TIME))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("would both be the GraphQL type Date");
  }

  @Test
  void twoFieldsOfOneNameAreRefused() {
    assertThatThrownBy(() -> assemble(query("a", this::product), query("a", this::product)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("offer the GraphQL field Query.a");
  }

  @Test
  void anApiWithoutQueriesTellsThatItIsAlive() {
    assertThat(assemble().getQueryType().getFields())
        .singleElement()
        .satisfies(field -> assertThat(field.getName()).isEqualTo("alive"));
    assertThat(GraphQlEndpoint.of(Api.of()).sdl()).contains("alive: Boolean!");
  }

  @Test
  void aChainOfTenThousandTypesDoesNotOverflowTheStack() {
    GraphQLSchema schema = assemble(query("a", builder -> link(builder, 0)));
    assertThat(schema.getType("T9999")).isNotNull();
  }

  private static GraphQLTypeReference link(SchemaBuilder schema, int index) {
    return schema.object(
        "T" + index,
        Product.class,
        type -> {
          type.field(newFieldDefinition().name("name").type(GraphQLString), Product::name);
          if (index < 9_999) {
            type.field(
                newFieldDefinition().name("next").type(link(schema, index + 1)),
                product -> product);
          }
        });
  }

  private GraphQLTypeReference product(SchemaBuilder schema) {
    return schema.object(
        "Product",
        Product.class,
        type -> type.field(newFieldDefinition().name("name").type(GraphQLString), Product::name));
  }

  private static GraphQLSchema assemble(GraphQlBinding... bindings) {
    return SchemaAssembly.of(List.of(bindings), NONE, GraphQlSettings.DEFAULTS, () -> "").schema();
  }

  private static GraphQlBinding query(String name, TypeOfField type) {
    return schema ->
        schema.query(
            newFieldDefinition().name(name).type(type.of(schema)), (request, arguments) -> null);
  }

  private interface TypeOfField {
    GraphQLTypeReference of(SchemaBuilder schema);
  }
}
