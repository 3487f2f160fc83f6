package io.triglot.processor.javagen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import io.triglot.processor.model.AdoptedMethod;
import io.triglot.processor.model.Argument;
import io.triglot.processor.model.Argument.Bean;
import io.triglot.processor.model.Argument.Context;
import io.triglot.processor.model.Argument.CookieObject;
import io.triglot.processor.model.Argument.DefaultValue;
import io.triglot.processor.model.Argument.Member;
import io.triglot.processor.model.Argument.Metadata;
import io.triglot.processor.model.Argument.Received;
import io.triglot.processor.model.Argument.Suspended;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Source;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Java expressions of what a resource method is given, and the statements that go before them. */
final class ArgumentCode {
  private static final ClassName TARGET =
      ClassName.get("io.triglot.runtime.adoption", "RequestTarget");

  /** The contexts that tell what is requested. */
  private static final Set<String> OF_TARGET = Set.of("UriInfo", "Request");

  private final Operation operation;
  private final AdoptedMethod adopted;
  private final NameAllocator names;
  private final String call;
  private final String response;
  private final CodeBlock.Builder statements = CodeBlock.builder();

  /**
   * @param names the variables that have the values of the operation's parameters
   * @param call the variable of the call
   * @param response the variable of what is answered by later
   */
  ArgumentCode(
      Operation operation,
      AdoptedMethod adopted,
      NameAllocator names,
      String call,
      String response) {
    this.operation = operation;
    this.adopted = adopted;
    this.names = names;
    this.call = call;
    this.response = response;
  }

  /** What the method is given; in variables where it is checked before. */
  List<CodeBlock> arguments() {
    List<CodeBlock> arguments = adopted.arguments().stream().map(this::of).toList();
    if (!operation.traits().constrained()) {
      return arguments;
    }
    return IntStream.range(0, arguments.size())
        .mapToObj(i -> variable(adopted.arguments().get(i), arguments.get(i)))
        .toList();
  }

  private CodeBlock variable(Argument argument, CodeBlock value) {
    boolean isOne =
        argument instanceof Bean
            || argument instanceof Suspended
            || argument instanceof Received received && received.otherwise().isEmpty();
    if (isOne) {
      return value;
    }
    String name =
        names.newName(argument instanceof Received received ? received.parameter() : "value");
    statements.addStatement("var $L = $L", name, value);
    return CodeBlock.of("$L", name);
  }

  /** What makes the beans among the expressions. */
  CodeBlock statements() {
    return statements.build();
  }

  CodeBlock of(Argument argument) {
    if (argument instanceof Received received) {
      return received(received);
    }
    if (argument instanceof Metadata metadata) {
      return metadata(metadata);
    }
    if (argument instanceof CookieObject cookie) {
      return CodeBlock.of(
          "$L.context($T.class).getCookies().get($S)",
          call,
          ClassName.get(cookie.type().packageName(), "HttpHeaders"),
          cookie.name());
    }
    if (argument instanceof Context context) {
      return context(context);
    }
    return argument instanceof Bean bean ? bean(bean) : CodeBlock.of("$L", response);
  }

  private CodeBlock context(Context context) {
    ClassName type = JavaTypes.className(context.type());
    if (context.optional()) {
      return CodeBlock.of("$L.knownContext($T.class)", call, type);
    }
    return OF_TARGET.contains(context.type().simpleName())
        ? CodeBlock.of("$L.context($T.class,$W$L)", call, type, target())
        : CodeBlock.of("$L.context($T.class)", call, type);
  }

  private CodeBlock target() {
    CodeBlock.Builder target = newTarget().toBuilder();
    values().forEach(value -> target.add("$Z$L", value));
    return target.build();
  }

  /** The variable of what the call would request on REST. */
  CodeBlock target(String variable) {
    CodeBlock.Builder target =
        CodeBlock.builder().add("$T $L =\n$>$>$L$>$>", TARGET, variable, newTarget());
    values().forEach(value -> target.add("\n$L", value));
    return target.add(";\n$<$<$<$<").build();
  }

  private CodeBlock newTarget() {
    return CodeBlock.of("new $T($S, $S)", TARGET, adopted.verb(), adopted.path());
  }

  /** The calls that set the values of the path and the query. */
  private List<CodeBlock> values() {
    return Stream.of(adopted.arguments(), adopted.injected())
        .flatMap(Argument::received)
        .flatMap(received -> value(received).stream())
        .toList();
  }

  private Optional<CodeBlock> value(Received received) {
    String name = names.get(parameter(received));
    if (received.source() instanceof Source.PathVariable variable) {
      return Optional.of(CodeBlock.of(".path($S, $N)", variable.name(), name));
    }
    return received.source() instanceof Source.Query query
        ? Optional.of(CodeBlock.of(".query($S, $N)", query.name(), name))
        : Optional.empty();
  }

  private CodeBlock metadata(Metadata metadata) {
    String method = metadata.source() instanceof Source.Header ? "header" : "cookie";
    String name =
        metadata.source() instanceof Source.Header header
            ? header.name()
            : ((Source.Cookie) metadata.source()).name();
    CodeBlock reader = DefaultCode.reader(metadata.type());
    CodeBlock value =
        metadata
            .otherwise()
            .map(text -> CodeBlock.of("$L.$L($S, $S, $L)", call, method, name, text, reader))
            .orElseGet(() -> CodeBlock.of("$L.$L($S, $L)", call, method, name, reader));
    return metadata.type() instanceof OptionalRef optional
        ? OptionalCode.ofNullable(optional, value)
        : value;
  }

  private CodeBlock bean(Bean bean) {
    ClassName type = JavaTypes.className(bean.type());
    String simple = bean.type().simpleName();
    String variable =
        names.newName(
            simple.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + simple.substring(1));
    CodeBlock constructor =
        bean.constructor().stream().map(this::of).collect(CodeBlock.joining(",$W"));
    List<CodeBlock> members = bean.members().stream().map(member -> set(member, variable)).toList();
    statements.addStatement("$T $L = new $T($L)", type, variable, type, constructor);
    members.forEach(statements::addStatement);
    return CodeBlock.of("$L", variable);
  }

  private CodeBlock set(Member member, String variable) {
    CodeBlock value = of(member.argument());
    return switch (member.form()) {
      case SETTER -> CodeBlock.of("$L.$N($L)", variable, member.name(), value);
      case FIELD -> CodeBlock.of("$L.$N = $L", variable, member.name(), value);
      case HIDDEN_FIELD ->
          CodeBlock.of(
              "$L.set($L, $T.class, $S,$W$L)",
              call,
              variable,
              JavaTypes.className(member.declaring()),
              member.name(),
              value);
    };
  }

  private Parameter parameter(Received received) {
    return operation.arguments().stream()
        .filter(each -> each.javaName().equals(received.parameter()))
        .findFirst()
        .orElseThrow();
  }

  private CodeBlock received(Received received) {
    Parameter parameter = parameter(received);
    CodeBlock value = CodeBlock.of("$N", names.get(parameter));
    return received.otherwise().map(text -> orDefault(parameter, value, text)).orElse(value);
  }

  private static CodeBlock orDefault(Parameter parameter, CodeBlock value, DefaultValue text) {
    CodeBlock otherwise = DefaultCode.of(text.type(), text.text());
    if (parameter.type().carrier() instanceof ListRef) {
      return CodeBlock.of("$1L.isEmpty() ? $2L : $1L", value, otherwise);
    }
    return parameter.type() instanceof OptionalRef optional
        ? CodeBlock.of(
            "$1L.isEmpty() ? $2L : $1L", value, OptionalCode.ofNullable(optional, otherwise))
        : CodeBlock.of("$1L == null ? $2L : $1L", value, otherwise);
  }
}
