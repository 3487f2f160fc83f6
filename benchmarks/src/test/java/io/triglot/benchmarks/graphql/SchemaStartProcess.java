package io.triglot.benchmarks.graphql;

import com.sun.management.OperatingSystemMXBean;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.Scalars;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.triglot.runtime.Api;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * Starts one schema again and again, up to its first answer, and prints on a line each the
 * milliseconds of processor time that it took the process, its compilers and collectors included.
 * The first start finds no class loaded and nothing compiled.
 *
 * <p>The arguments are {@code triglot} or {@code sdl}, the number of services and that of starts.
 */
final class SchemaStartProcess {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private SchemaStartProcess() {}

  /** Starts it. */
  public static void main(String[] arguments) throws Exception {
    int services = Integer.parseInt(arguments[1]);
    Callable<Integer> start =
        arguments[0].equals("sdl") ? SchemaStartProcess::plain : generated(services);
    for (int i = Integer.parseInt(arguments[2]); i > 0; i--) {
      long before = PROCESS.getProcessCpuTime();
      int size = start.call();
      System.out.println((PROCESS.getProcessCpuTime() - before) / 1e6 + " " + size);
    }
  }

  /** Triglot's, of the services' generated classes; the API is what all protocols have of it. */
  private static Callable<Integer> generated(int services) throws ReflectiveOperationException {
    Object[] instances = new Object[services];
    for (int i = 0; i < services; i++) {
      instances[i] =
          Class.forName("com.acme.shop.Article" + (i + 1) + "Service")
              .getConstructor()
              .newInstance();
    }
    Api api = Api.of(instances);
    return () ->
        GraphQlEndpoint.of(api)
            .execute(ExecutionInput.newExecutionInput("{ __typename }").build())
            .getErrors()
            .size();
  }

  /** graphql-java's, of the same schema as text. */
  private static int plain() throws IOException {
    try (InputStream sdl =
        SchemaStartProcess.class.getResourceAsStream("/META-INF/triglot/schema.graphqls")) {
      TypeDefinitionRegistry types = new SchemaParser().parse(Objects.requireNonNull(sdl));
      RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
      types.scalars().keySet().stream()
          .filter(name -> !ScalarInfo.isGraphqlSpecifiedScalar(name))
          .forEach(name -> wiring.scalar(scalar(name)));
      return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(types, wiring.build()))
          .build()
          .execute("{ __typename }")
          .getErrors()
          .size();
    }
  }

  private static GraphQLScalarType scalar(String name) {
    return GraphQLScalarType.newScalar()
        .name(name)
        .coercing(Scalars.GraphQLString.getCoercing())
        .build();
  }
}
