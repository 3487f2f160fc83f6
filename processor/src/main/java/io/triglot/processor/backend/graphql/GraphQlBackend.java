package io.triglot.processor.backend.graphql;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.TypeName;
import io.triglot.processor.javagen.Stubs;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.ServiceOutline;
import io.triglot.processor.spi.Backend;
import io.triglot.processor.spi.Options;
import io.triglot.processor.spi.OutputSink;
import java.util.Set;
import java.util.SortedMap;

/** GraphQL: a schema, its SDL, and the Java that answers its fields. */
@AutoService(Backend.class)
public final class GraphQlBackend implements Backend {
  private static final String DOCUMENT = "META-INF/triglot/schema.graphqls";

  /** Made by the service loader. */
  public GraphQlBackend() {}

  @Override
  public String id() {
    return "graphql";
  }

  @Override
  public Set<String> options() {
    return Set.of(
        ScalarBindings.OPTION,
        ScalarBindings.SPECIFICATIONS,
        RootTypes.QUERY,
        RootTypes.MUTATION,
        RootTypes.SUBSCRIPTION,
        Federation.OPTION);
  }

  @Override
  public Lowered lower(ApiModel model, Options options) {
    return LoweredSchema.of(model.on(Protocol.GRAPHQL), options);
  }

  @Override
  public void writeModule(SortedMap<JavaName, String> fragments, Options options, OutputSink sink) {
    if (!fragments.isEmpty()) {
      sink.resource(DOCUMENT, SdlPieces.document(fragments.values()));
    }
  }

  @Override
  public void writeStubs(ServiceOutline service, OutputSink sink) {
    Stubs.write(
        service,
        "GraphQl",
        Stubs.binding(service, "GraphQl")
            .addSuperinterface(GraphQlTypes.BINDING)
            .addMethod(
                Stubs.override("contribute", TypeName.VOID)
                    .addParameter(GraphQlTypes.SCHEMA, "schema")
                    .build()),
        sink);
  }
}
