package io.triglot.processor.backend.rest;

import com.google.auto.service.AutoService;
import io.triglot.processor.contract.Fact;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.javagen.Stubs;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.ServiceOutline;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeReach;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.UnionType;
import io.triglot.processor.spi.Backend;
import io.triglot.processor.spi.InputNaming;
import io.triglot.processor.spi.Options;
import io.triglot.processor.spi.OutputSink;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** REST. Its fragments are OpenAPI documents of one service each. */
@AutoService(Backend.class)
public final class RestBackend implements Backend {
  private static final String OPEN_API = "META-INF/triglot/openapi.json";
  private static final String OPEN_API_YAML = "META-INF/triglot/openapi.yaml";

  /** Made by the service loader. */
  public RestBackend() {}

  @Override
  public String id() {
    return "rest";
  }

  @Override
  public Set<String> options() {
    return Stream.concat(
            OpenApiEmitter.OPTIONS.stream(),
            Stream.of(NumbersAsText.OPTION, UnknownQuery.OPTION, ComponentModel.OPTION))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Lowered lower(ApiModel model, Options options) {
    return new LoweredRest(
        RestLowering.lower(NumbersAsText.in(model.on(Protocol.REST), options)), options);
  }

  @Override
  public void writeModule(SortedMap<JavaName, String> fragments, Options options, OutputSink sink) {
    if (!fragments.isEmpty()) {
      String document = OpenApiText.merge(fragments.values());
      sink.resource(OPEN_API, document);
      sink.resource(OPEN_API_YAML, OpenApiText.yaml(document));
    }
  }

  @Override
  public void writeStubs(ServiceOutline service, OutputSink sink) {
    Stubs.write(service, "Resource", Stubs.binding(service, "Resource"), sink);
    Stubs.write(
        service,
        "Routes",
        Stubs.binding(service, "Routes")
            .addSuperinterface(RoutesEmitter.BINDING)
            .addMethod(Stubs.override("routes", RoutesEmitter.ROUTES).build()),
        sink);
    Stubs.write(
        service,
        "RestClient",
        RestClientEmitter.frame(
            Stubs.client(service, "RestClient", RestClientEmitter.TAKEN), service.javaName()),
        sink);
  }

  private record LoweredRest(RestTree tree, Options options) implements Lowered {
    @Override
    public List<Diagnostic> diagnostics() {
      return Stream.of(
              NumbersAsText.check(options),
              UnknownQuery.check(options),
              ComponentModel.check(options),
              SecurityScheme.check(options),
              RestRule.checkAll(tree).stream())
          .flatMap(each -> each)
          .toList();
    }

    @Override
    public SortedMap<JavaName, String> fragments() {
      OpenApiEmitter emitter = new OpenApiEmitter(tree, options);
      SortedMap<JavaName, String> fragments = new TreeMap<>();
      tree.resources()
          .forEach(each -> fragments.put(each.service().javaName(), emitter.document(each)));
      return fragments;
    }

    @Override
    public List<Fact> facts() {
      return RestFacts.of(tree);
    }

    @Override
    public Optional<String> address(Service service, Operation operation) {
      return tree.method(service, operation).map(ResourceMethod::route);
    }

    @Override
    public InputNaming inputNaming() {
      return new RestNaming(tree);
    }

    @Override
    public void write(OutputSink sink) {
      SortedSet<JavaName> emitted = emitted();
      tree.resources()
          .forEach(
              resource -> {
                RoutesEmitter.write(tree.model(), resource, UnknownQuery.isRefused(options), sink);
                ResourceEmitter.write(tree.model(), resource, ComponentModel.of(options), sink);
                RestClientEmitter.write(tree.model(), resource, sink);
              });
      tree.model()
          .services()
          .forEach(service -> ResourceClientEmitter.write(tree.model(), service, sink));
      tree.model().types().values().stream()
          .filter(type -> emitted.contains(type.javaName()))
          .forEach(type -> writeCodec(type, sink));
    }

    private void writeCodec(TypeDefinition type, OutputSink sink) {
      if (type instanceof ObjectType object) {
        CodecEmitter.write(tree.model(), object, sink);
      } else if (type instanceof UnionType union) {
        UnionCodecEmitter.write(tree.model(), union, sink);
      } else if (type instanceof EnumType constants && !constants.isPlain()) {
        EnumCodecEmitter.write(tree.model(), constants, sink);
      }
    }

    /**
     * The types that operations on REST lead to, and those that no operation of the round leads to
     * at all: they are compiled alone, and may be on REST by services that are not.
     */
    private SortedSet<JavaName> emitted() {
      SortedSet<JavaName> emitted = new TreeSet<>(tree.model().types().keySet());
      emitted.removeAll(
          reached(
              tree.model().services().stream().flatMap(service -> service.operations().stream())));
      emitted.addAll(reached(tree.methods().map(ResourceMethod::operation)));
      emitted.addAll(TypeReach.from(tree.model(), tree.expanded()));
      emitted.addAll(TypeReach.from(tree.model(), inHeaders()));
      return emitted;
    }

    /** What headers carry is text in HTTP's form, also where an operation is not on REST. */
    private Stream<TypeRef> inHeaders() {
      return tree.model().services().stream()
          .flatMap(service -> service.operations().stream())
          .flatMap(operation -> operation.metadata().stream())
          .map(Parameter::type);
    }

    private SortedSet<JavaName> reached(Stream<Operation> operations) {
      return TypeReach.from(tree.model(), operations.flatMap(RestTree::mentioned));
    }
  }
}
