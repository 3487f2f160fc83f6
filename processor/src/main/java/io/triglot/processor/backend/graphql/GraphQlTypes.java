package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.triglot.processor.javagen.GeneratedJava.StaticImport;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.model.JavaName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The classes that generated code uses: those of graphql-java, of the runtime, and its own. */
final class GraphQlTypes {
  static final ClassName FIELD = ClassName.get("graphql.schema", "GraphQLFieldDefinition");
  static final ClassName ARGUMENT = ClassName.get("graphql.schema", "GraphQLArgument");
  static final ClassName INPUT_FIELD = ClassName.get("graphql.schema", "GraphQLInputObjectField");
  static final ClassName INPUT_TYPE =
      ClassName.get("graphql.schema", "GraphQLInputObjectType", "Builder");
  static final ClassName ENUM_VALUE = ClassName.get("graphql.schema", "GraphQLEnumValueDefinition");
  static final ClassName NON_NULL = ClassName.get("graphql.schema", "GraphQLNonNull");
  static final ClassName LIST = ClassName.get("graphql.schema", "GraphQLList");
  static final ClassName REFERENCE = ClassName.get("graphql.schema", "GraphQLTypeReference");
  static final ClassName SCALARS = ClassName.get("graphql", "Scalars");

  static final ClassName CALLS = ClassName.get("io.triglot.runtime", "Calls");
  static final ClassName CALL_REQUEST = ClassName.get("io.triglot.runtime", "CallRequest");

  static final TypeName JAVA_CLASS =
      ParameterizedTypeName.get(
          ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class));

  static final ClassName BINDING = runtime("GraphQlBinding");
  static final ClassName OBJECT_BINDING = runtime("ObjectBinding");
  static final ClassName INPUT_BINDING = runtime("InputBinding");
  static final ClassName OBJECT_FIELDS = runtime("ObjectFields");
  static final ClassName SCHEMA = runtime("SchemaBuilder");
  static final ClassName INPUT_FIELDS = runtime("InputFields");
  static final ClassName INPUT_PATH = runtime("InputPath");
  static final ClassName COERCED = runtime("Coerced");
  static final ClassName OUTPUT_VALUES = runtime("OutputValues");
  static final ClassName BATCH_RESULTS = runtime("BatchResults");
  static final ClassName CUSTOM_SCALARS = runtime("GraphQlScalars");

  /** What reads better without the name of its class. */
  static final List<StaticImport> STATIC_IMPORTS =
      Stream.concat(
              Stream.of(
                  new StaticImport(FIELD, "newFieldDefinition"),
                  new StaticImport(ARGUMENT, "newArgument"),
                  new StaticImport(INPUT_FIELD, "newInputObjectField"),
                  new StaticImport(ENUM_VALUE, "newEnumValueDefinition"),
                  new StaticImport(NON_NULL, "nonNull"),
                  new StaticImport(LIST, "list")),
              Arrays.stream(GraphQlScalar.values())
                  .filter(GraphQlScalar::isBuiltIn)
                  .map(scalar -> new StaticImport(SCALARS, scalar.constant())))
          .toList();

  private GraphQlTypes() {}

  /** The class that is generated for a service or type. */
  static ClassName generated(JavaName java) {
    return JavaTypes.className(java.generated("GraphQl"));
  }

  private static ClassName runtime(String simpleName) {
    return ClassName.get("io.triglot.runtime.graphql", simpleName);
  }
}
