package io.triglot.processor.javagen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import io.triglot.processor.model.Access;
import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.CallHints;
import io.triglot.processor.model.EntityMethod;
import io.triglot.processor.model.MethodTraits;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.OperationKind;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the constants of a contract class, laid out as google-java-format lays them out. */
final class DescriptorConstants {
  private static final int COLUMNS = 100;
  private static final String RUNTIME = "io.triglot.runtime";
  private static final ClassName DESCRIPTOR = ClassName.get(RUNTIME, "OperationDescriptor");
  private static final ClassName CONTEXT = ClassName.get(RUNTIME, "CallContext");

  /** What precedes the simple name of a class in the text of a code block. */
  private static final String QUALIFIER = "\\b(io\\.triglot\\.runtime|java\\.time)\\.";

  private static final String INDENT = " ".repeat(6);

  private DescriptorConstants() {}

  static FieldSpec of(Service service, Operation operation) {
    List<CodeBlock> calls = new ArrayList<>();
    calls.add(factory(operation.kind(), service.name(), operation.name(), operation.values()));
    access(operation.access()).ifPresent(calls::add);
    if (!operation.blocking() && operation.kind() != OperationKind.SUBSCRIPTION) {
      calls.add(CodeBlock.of(".nonBlocking()"));
    }
    calls.addAll(
        traits(operation.traits(), operation.name(), operation.methodName(), signature(operation)));
    if (operation.adopted().isPresent()) {
      calls.add(CodeBlock.of(".asAdopted()"));
    }
    operation
        .timeout()
        .map(timeout -> CodeBlock.of(".timeout($T.ofMillis($L))", Duration.class, millis(timeout)))
        .ifPresent(calls::add);
    calls.addAll(hints(operation.traits().hints()));
    return constant(Names.constant(operation), calls);
  }

  /**
   * The constant of a batched field, which is called like a query.
   *
   * @param parent the name of its type in the contracts
   */
  static FieldSpec of(Service service, String parent, BatchField field) {
    List<CodeBlock> calls = new ArrayList<>();
    calls.add(
        factory(OperationKind.QUERY, service.name(), parent + "." + field.name(), field.values()));
    access(field.access()).ifPresent(calls::add);
    if (field.form() == ResultForm.STAGE) {
      calls.add(CodeBlock.of(".nonBlocking()"));
    }
    calls.addAll(
        traits(field.traits(), field.name(), field.methodName(), types(field.parameters())));
    calls.addAll(hints(field.traits().hints()));
    return constant(Names.constant(field), calls);
  }

  /** The constant of a method that finds entities, which is called like a query. */
  static FieldSpec of(Service service, EntityMethod method) {
    List<CodeBlock> calls = new ArrayList<>();
    calls.add(
        factory(
            OperationKind.QUERY,
            service.name(),
            "_entities." + method.methodName(),
            List.of(method.keys())));
    access(method.access()).ifPresent(calls::add);
    if (method.form() == ResultForm.STAGE) {
      calls.add(CodeBlock.of(".nonBlocking()"));
    }
    calls.addAll(
        traits(
            method.traits(), method.methodName(), method.methodName(), types(method.parameters())));
    return constant(Names.constant(method), calls);
  }

  private static CodeBlock factory(
      OperationKind kind, String service, String name, List<Parameter> arguments) {
    String factory =
        switch (kind) {
          case QUERY -> "query";
          case MUTATION -> "mutation";
          case SUBSCRIPTION -> "subscription";
        };
    List<CodeBlock> names =
        Stream.concat(Stream.of(service, name), arguments.stream().map(Parameter::name))
            .map(each -> CodeBlock.of("$S", each))
            .toList();
    CodeBlock call = call(factory, CodeBlock.join(names, ", "));
    return INDENT.length() + length(call) <= COLUMNS
        ? call
        : call(factory, CodeBlock.join(names, ",$W"));
  }

  /** What the run time has to know of the method, as far as the operation's name does not tell. */
  private static List<CodeBlock> traits(
      MethodTraits traits, String name, String methodName, List<CodeBlock> parameters) {
    List<CodeBlock> calls = new ArrayList<>();
    if (traits.overloaded() || !name.equals(methodName)) {
      List<CodeBlock> arguments = new ArrayList<>();
      arguments.add(CodeBlock.of("$S", methodName));
      if (traits.overloaded()) {
        arguments.addAll(parameters);
      }
      calls.add(CodeBlock.of(".method($L)", CodeBlock.join(arguments, ", ")));
    }
    if (traits.constrained()) {
      calls.add(
          CodeBlock.of(
              ".validated($L)",
              traits.groups().stream()
                  .map(group -> CodeBlock.of("$T.class", JavaTypes.className(group)))
                  .collect(CodeBlock.joining(", "))));
    }
    return calls;
  }

  /** What a call costs, and for how long its answer may be kept, as far as the user says it. */
  private static List<CodeBlock> hints(CallHints hints) {
    List<CodeBlock> calls = new ArrayList<>();
    if (hints.cost() != CallHints.NONE.cost()) {
      calls.add(CodeBlock.of(".cost($L)", hints.cost()));
    }
    if (hints.isCached()) {
      calls.add(
          CodeBlock.of(
              ".$L($T.ofSeconds($L))",
              hints.isPublic() ? "publiclyCached" : "privatelyCached",
              Duration.class,
              hints.maxAgeSeconds()));
    }
    return calls;
  }

  /** The classes of the method's parameters; of a resource method, not those of its adapter's. */
  private static List<CodeBlock> signature(Operation operation) {
    return operation
        .adopted()
        .map(
            adopted ->
                adopted.signature().stream().map(type -> CodeBlock.of("$L.class", type)).toList())
        .orElseGet(() -> types(operation.parameters()));
  }

  private static List<CodeBlock> types(List<Parameter> parameters) {
    return parameters.stream().map(each -> CodeBlock.of("$T.class", type(each))).toList();
  }

  /** The type of a parameter without its type arguments. */
  private static TypeName type(Parameter parameter) {
    return switch (parameter.role()) {
      case CONTEXT -> CONTEXT;
      case STREAM, ARGUMENT, METADATA -> JavaTypes.erased(AsyncTypes.type(parameter));
    };
  }

  /** A number of milliseconds as one would write it, such as {@code 1_500}. */
  private static String millis(Duration timeout) {
    return String.format(Locale.ROOT, "%,d", timeout.toMillis()).replace(',', '_');
  }

  private static CodeBlock call(String factory, CodeBlock arguments) {
    return CodeBlock.of("$T.$L($L)", DESCRIPTOR, factory, arguments);
  }

  private static Optional<CodeBlock> access(Access access) {
    return AccessConstants.expression(access)
        .map(condition -> CodeBlock.of(".access($L)", condition));
  }

  private static FieldSpec constant(String name, List<CodeBlock> calls) {
    int length = calls.stream().mapToInt(DescriptorConstants::length).sum() + ";".length();
    String declaration = "  static final OperationDescriptor " + name + " = ";
    boolean onOneLine = declaration.length() + length <= COLUMNS;
    boolean callsOnOneLine = onOneLine || INDENT.length() + length <= COLUMNS;
    CodeBlock value =
        callsOnOneLine
            ? CodeBlock.join(calls, "")
            : CodeBlock.of(
                "$L$>$>\n$L$<$<",
                calls.get(0),
                CodeBlock.join(calls.subList(1, calls.size()), "\n"));
    return FieldSpec.builder(DESCRIPTOR, name, Modifier.STATIC, Modifier.FINAL)
        .initializer(onOneLine ? value : CodeBlock.of("\n$>$>$L$<$<", value))
        .build();
  }

  /** The length of a call on one line, with simple names. */
  private static int length(CodeBlock call) {
    return call.toString().replaceAll(QUALIFIER, "").length();
  }
}
