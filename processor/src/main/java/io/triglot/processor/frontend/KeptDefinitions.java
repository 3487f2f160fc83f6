package io.triglot.processor.frontend;

import io.triglot.processor.contract.DefinitionText;
import io.triglot.processor.contract.FragmentConstants;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.TypeDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * Reads what the compilation that had the sources of a type kept of them: an earlier one of this
 * module, or that of a module this one depends on.
 */
final class KeptDefinitions {
  private final Symbols symbols;

  KeptDefinitions(Symbols symbols) {
    this.symbols = symbols;
  }

  /** Whether there is one for a use of a type whose sources are not compiled now. */
  boolean has(JavaName use) {
    return symbols.find(use).map(type -> new TypeUse(type, use, TypeArguments.NONE)).stream()
        .anyMatch(this::has);
  }

  /** Whether there is one for a type whose sources are not compiled now. */
  boolean has(TypeUse use) {
    return holder(use).isPresent();
  }

  /**
   * The definition; empty where the sources are compiled now, and where nothing was kept.
   *
   * @param named decides about the types that the definition mentions
   */
  Optional<TypeDefinition> read(
      TypeUse use, Path path, Origin origin, TypeRefReader.NamedTypes named) {
    return holder(use)
        .flatMap(KeptDefinitions::text)
        .flatMap(text -> DefinitionText.parse(text, origin))
        .filter(definition -> definition.javaName().equals(use.name()))
        .filter(definition -> definition.mentioned().allMatch(name -> accept(name, path, named)));
  }

  private Optional<TypeElement> holder(TypeUse use) {
    return symbols.isSource(use.element())
        ? Optional.empty()
        : symbols.find(use.name().generated(DefinitionText.HOLDER));
  }

  private static Optional<String> text(TypeElement holder) {
    Map<String, String> constants = new HashMap<>();
    for (VariableElement field : ElementFilter.fieldsIn(holder.getEnclosedElements())) {
      if (field.getConstantValue() instanceof String text) {
        constants.put(field.getSimpleName().toString(), text);
      }
    }
    return FragmentConstants.text(constants, "definition");
  }

  /** Of a generic class nothing but what was kept tells what its variables stand for here. */
  private boolean accept(JavaName name, Path path, TypeRefReader.NamedTypes named) {
    return symbols
        .find(name)
        .map(type -> new TypeUse(type, name, TypeArguments.NONE))
        .filter(use -> name.arguments().isEmpty() || has(use))
        .flatMap(use -> named.accept(use, path))
        .isPresent();
  }
}
