package io.triglot.processor.frontend;

import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.ServiceOutline;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads what a service looks like in Java, without a judgement of it. */
final class OutlineReader {
  private final Symbols symbols;
  private final MethodFinder methods;

  OutlineReader(Symbols symbols) {
    this.symbols = symbols;
    this.methods = new MethodFinder(symbols, new Findings());
  }

  /** The outline; empty for a class that only has heirs which are services. */
  Optional<ServiceOutline> read(TypeElement type) {
    if (!type.getTypeParameters().isEmpty()) {
      return Optional.empty();
    }
    JavaName name = Symbols.javaName(type);
    Origin origin = new Origin(Symbols.shownName(type), Place.of(type));
    List<OperationMethod> found = methods.find(type, Triglot.OPERATION, origin);
    return Optional.of(
        new ServiceOutline(
            name,
            symbols.lineage(type).stream().map(Symbols::javaName).collect(Collectors.toSet()),
            ClientInterfaces.of(type, found, symbols),
            found.stream().map(OutlineReader::method).toList(),
            origin));
  }

  private static ServiceOutline.Method method(OperationMethod method) {
    String written = method.annotation().text("name");
    return new ServiceOutline.Method(
        method.name(),
        written.isEmpty() ? method.name() : written,
        method.parameters().stream()
            .map(
                each ->
                    new ServiceOutline.Parameter(
                        each.name(), spelled(each.type()), ParameterReader.isContext(each)))
            .toList(),
        spelled(method.type().getReturnType()),
        method.declaration().getThrownTypes().stream().map(OutlineReader::spelled).toList());
  }

  private static String spelled(TypeMirror type) {
    return TypeText.qualified(Symbols.resolved(type));
  }
}
