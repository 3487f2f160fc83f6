package io.triglot.processor.frontend;

import io.triglot.processor.frontend.TypeArguments.Argument;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The types of a hierarchy's members: of a use of a generic one, members with the same arguments.
 *
 * @param root the use of the hierarchy
 */
record MemberTypes(Symbols symbols, TypeUse root) {

  /** The member as a part of this use; empty where that does not tell its type arguments. */
  Optional<TypeUse> use(TypeElement member) {
    if (root.name().arguments().isEmpty()) {
      return member.getTypeParameters().isEmpty()
          ? Optional.of(TypeUse.of(member))
          : Optional.empty();
    }
    return supertype(member.asType()).flatMap(asRoot -> use(member, asRoot));
  }

  /** Whether instances of the one class are instances of the other. */
  boolean isSubtype(JavaName one, JavaName other) {
    return symbols.find(one).stream()
        .flatMap(type -> symbols.lineage(type).stream())
        .anyMatch(type -> Symbols.javaName(type).canonical().equals(other.canonical()));
  }

  private Optional<TypeUse> use(TypeElement member, DeclaredType asRoot) {
    List<? extends TypeParameterElement> variables = root.element().getTypeParameters();
    List<TypeRef> names = new ArrayList<>();
    Map<String, Argument> arguments = new LinkedHashMap<>();
    for (TypeParameterElement parameter : member.getTypeParameters()) {
      String name = parameter.getSimpleName().toString();
      IntStream.range(0, variables.size())
          .filter(i -> TypeText.of(asRoot.getTypeArguments().get(i)).equals(name))
          .limit(1)
          .forEach(
              i -> {
                names.add(root.name().arguments().get(i));
                root.arguments()
                    .find(variables.get(i).asType())
                    .ifPresent(argument -> arguments.put(name, argument));
              });
    }
    boolean told =
        arguments.size() == member.getTypeParameters().size() && names.size() == variables.size();
    return told
        ? Optional.of(
            new TypeUse(member, Symbols.javaName(member).of(names), new TypeArguments(arguments)))
        : Optional.empty();
  }

  /** What a type is as a value of the hierarchy. */
  private Optional<DeclaredType> supertype(TypeMirror type) {
    if (type instanceof DeclaredType declared && declared.asElement().equals(root.element())) {
      return Optional.of(declared);
    }
    Stream<? extends TypeMirror> parents = symbols.types().directSupertypes(type).stream();
    return parents.flatMap(parent -> supertype(parent).stream()).findFirst();
  }
}
