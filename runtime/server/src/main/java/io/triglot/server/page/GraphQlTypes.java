package io.triglot.server.page;

import graphql.language.AbstractDescribedNode;
import graphql.language.AstPrinter;
import graphql.language.Description;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.Node;
import graphql.language.ScalarTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.triglot.server.page.ContractType.Field;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The types of a GraphQL schema. */
final class GraphQlTypes {
  private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

  /** What lists are made of by Relay's rules. */
  private static final Pattern LISTS = Pattern.compile("PageInfo|.*(Connection|Edge)");

  private GraphQlTypes() {}

  /** The types that operations receive and give. */
  static List<ContractType> of(String sdl) {
    TypeDefinitionRegistry schema =
        sdl.isBlank() ? new TypeDefinitionRegistry() : new SchemaParser().parse(sdl);
    Set<String> roots = roots(schema);
    return schema.types().values().stream()
        .filter(type -> !(type instanceof ScalarTypeDefinition))
        .filter(type -> !roots.contains(type.getName()))
        .filter(type -> !LISTS.matcher(type.getName()).matches())
        .map(type -> new ContractType(type.getName(), doc(type), fields(type)))
        .toList();
  }

  /** The types whose fields are operations. */
  private static Set<String> roots(TypeDefinitionRegistry schema) {
    return schema
        .schemaDefinition()
        .map(
            named ->
                named.getOperationTypeDefinitions().stream()
                    .map(root -> root.getTypeName().getName())
                    .collect(Collectors.toSet()))
        .orElse(ROOTS);
  }

  private static List<Field> fields(TypeDefinition<?> type) {
    if (type instanceof ImplementingTypeDefinition<?> object) {
      return object.getFieldDefinitions().stream().map(GraphQlTypes::field).toList();
    }
    if (type instanceof InputObjectTypeDefinition input) {
      return input.getInputValueDefinitions().stream()
          .map(each -> new Field(each.getName(), text(each.getType()), doc(each.getDescription())))
          .toList();
    }
    if (type instanceof EnumTypeDefinition values) {
      return values.getEnumValueDefinitions().stream()
          .map(each -> new Field(each.getName(), each.getName(), doc(each.getDescription())))
          .toList();
    }
    if (type instanceof UnionTypeDefinition union) {
      return union.getMemberTypes().stream()
          .map(member -> new Field(text(member), text(member), ""))
          .toList();
    }
    return List.of();
  }

  private static Field field(FieldDefinition field) {
    String arguments =
        field.getInputValueDefinitions().stream()
            .map(InputValueDefinition::getName)
            .collect(Collectors.joining(", "));
    String type = text(field.getType());
    return new Field(
        field.getName(),
        arguments.isEmpty() ? type : type + " by " + arguments,
        doc(field.getDescription()));
  }

  private static String text(Node<?> node) {
    return AstPrinter.printAst(node);
  }

  private static String doc(TypeDefinition<?> type) {
    return type instanceof AbstractDescribedNode<?> described
        ? doc(described.getDescription())
        : "";
  }

  private static String doc(@Nullable Description description) {
    return description == null ? "" : description.getContent();
  }
}
