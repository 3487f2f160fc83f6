package io.triglot.processor.javagen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.triglot.processor.model.AsyncLibrary;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.ResultForm;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Stages and publishers of other libraries as those of the JDK, which all that we generate and all
 * that it calls speaks, and back. The adapters are those of the libraries themselves.
 */
public final class AsyncTypes {
  private static final ClassName FLOW_ADAPTERS =
      ClassName.get("org.reactivestreams", "FlowAdapters");
  private static final ClassName PUBLISHER = ClassName.get("org.reactivestreams", "Publisher");
  private static final ClassName JDK_FLOW = ClassName.get("reactor.adapter", "JdkFlowAdapter");
  private static final ClassName FLUX = ClassName.get("reactor.core.publisher", "Flux");
  private static final ClassName MONO = ClassName.get("reactor.core.publisher", "Mono");
  private static final ClassName MULTI = ClassName.get("io.smallrye.mutiny", "Multi");
  private static final ClassName UNI = ClassName.get("io.smallrye.mutiny", "Uni");

  /** Content of any media type. */
  public static final ClassName DOWNLOAD = ClassName.get("io.triglot.runtime", "Download");

  private AsyncTypes() {}

  /** The call of an operation's method, whose result then is one of the JDK. */
  public static CodeBlock toJdk(Operation operation, CodeBlock invocation) {
    return toJdk(operation.library(), operation.form(), invocation);
  }

  /** The same of a method that is known by how it hands over its result. */
  static CodeBlock toJdk(AsyncLibrary library, ResultForm form, CodeBlock invocation) {
    boolean many = form == ResultForm.PUBLISHER;
    return switch (library) {
      case JDK -> invocation;
      case REACTIVE_STREAMS -> CodeBlock.of("$T.toFlowPublisher($L)", FLOW_ADAPTERS, invocation);
      case REACTOR ->
          many
              ? CodeBlock.of("$T.publisherToFlowPublisher($L)", JDK_FLOW, invocation)
              : CodeBlock.of("$L.toFuture()", invocation);
      case MUTINY ->
          many ? invocation : CodeBlock.of("$L.subscribeAsCompletionStage()", invocation);
    };
  }

  /** A stage or publisher of the JDK as the result that an operation's method declares. */
  public static CodeBlock fromJdk(Operation operation, CodeBlock value) {
    return operation.form() == ResultForm.PUBLISHER
        ? publisher(operation.library(), value)
        : switch (operation.library()) {
          case JDK, REACTIVE_STREAMS -> value;
          case REACTOR -> CodeBlock.of("$T.fromCompletionStage(() -> $L)", MONO, value);
          case MUTINY -> CodeBlock.of("$T.createFrom().completionStage(() -> $L)", UNI, value);
        };
  }

  /** A publisher of the JDK as the argument that a streamed parameter takes. */
  public static CodeBlock fromJdk(Parameter parameter, CodeBlock publisher) {
    return publisher(parameter.library(), publisher);
  }

  /** The argument of a streamed parameter as a publisher of the JDK. */
  public static CodeBlock toJdk(Parameter parameter, CodeBlock argument) {
    return switch (parameter.library()) {
      case JDK, MUTINY -> argument;
      case REACTIVE_STREAMS -> CodeBlock.of("$T.toFlowPublisher($L)", FLOW_ADAPTERS, argument);
      case REACTOR -> CodeBlock.of("$T.publisherToFlowPublisher($L)", JDK_FLOW, argument);
    };
  }

  /** What a method returns, as it declares it. */
  public static TypeName returned(Operation operation) {
    if (operation.traits().download()) {
      return DOWNLOAD;
    }
    TypeName value = JavaTypes.boxed(operation.result());
    return switch (operation.form()) {
      case VALUE -> JavaTypes.of(operation.result());
      case STAGE -> ParameterizedTypeName.get(stage(operation.library()), value);
      case PUBLISHER -> ParameterizedTypeName.get(publisher(operation.library()), value);
    };
  }

  /** The type of a parameter that is part of the contract, as the method declares it. */
  public static TypeName type(Parameter parameter) {
    return parameter.role() == Parameter.Role.STREAM
        ? ParameterizedTypeName.get(
            publisher(parameter.library()), JavaTypes.boxed(parameter.type()))
        : JavaTypes.of(parameter.type());
  }

  private static CodeBlock publisher(AsyncLibrary library, CodeBlock publisher) {
    return switch (library) {
      case JDK -> publisher;
      case REACTIVE_STREAMS -> CodeBlock.of("$T.toPublisher($L)", FLOW_ADAPTERS, publisher);
      case REACTOR -> CodeBlock.of("$T.flowPublisherToFlux($L)", JDK_FLOW, publisher);
      case MUTINY -> CodeBlock.of("$T.createFrom().publisher($L)", MULTI, publisher);
    };
  }

  private static ClassName publisher(AsyncLibrary library) {
    return switch (library) {
      case JDK -> ClassName.get(Flow.Publisher.class);
      case REACTIVE_STREAMS -> PUBLISHER;
      case REACTOR -> FLUX;
      case MUTINY -> MULTI;
    };
  }

  private static ClassName stage(AsyncLibrary library) {
    return switch (library) {
      case JDK, REACTIVE_STREAMS -> ClassName.get(CompletionStage.class);
      case REACTOR -> MONO;
      case MUTINY -> UNI;
    };
  }
}
