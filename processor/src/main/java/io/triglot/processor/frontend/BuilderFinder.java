package io.triglot.processor.frontend;

import io.triglot.processor.model.Creation;
import io.triglot.processor.model.Creation.Builder;
import io.triglot.processor.model.Mutator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds the builder of a class: the one that Jackson is told of, the one that a static method
 * {@code builder()} or {@code newBuilder()} gives, or a nested class {@code Builder}.
 */
final class BuilderFinder {
  private static final String BUILD = "build";

  private final Symbols symbols;
  private final TypeElement type;
  private final PropertyFinder finder;
  private final List<Property> read;

  BuilderFinder(Symbols symbols, TypeElement type, PropertyFinder finder, List<Property> read) {
    this.symbols = symbols;
    this.type = type;
    this.finder = finder;
    this.read = read;
  }

  /**
   * Where a builder comes from.
   *
   * @param factory the static method that gives it; empty for its constructor
   * @param prefix what its methods' names begin with, besides the customary ones
   */
  private record Source(
      TypeElement owner,
      Optional<ExecutableElement> factory,
      TypeElement builder,
      String build,
      String prefix) {}

  /** The form by the builder that {@code @JsonDeserialize} names. */
  Optional<ClassForm> told() {
    return Jackson.find(type, "JsonDeserialize")
        .flatMap(annotation -> annotation.value("builder"))
        .map(value -> value.getValue())
        .filter(DeclaredType.class::isInstance)
        .map(named -> (TypeElement) ((DeclaredType) named).asElement())
        .flatMap(
            builder ->
                factories(type)
                    .filter(source -> source.builder().equals(builder))
                    .findFirst()
                    .or(() -> constructed(builder)))
        .flatMap(this::form);
  }

  /** The form by a builder that is where builders are. */
  Optional<ClassForm> conventional() {
    return Stream.concat(
            factories(type),
            ElementFilter.typesIn(type.getEnclosedElements()).stream()
                .filter(nested -> nested.getSimpleName().contentEquals("Builder"))
                .flatMap(nested -> constructed(nested).stream()))
        .flatMap(source -> form(source).stream())
        .findFirst();
  }

  /** The form by the builder of a class that another processor has made for this type. */
  Optional<ClassForm> of(TypeElement implementation) {
    return factories(implementation).flatMap(source -> form(source).stream()).findFirst();
  }

  private Stream<Source> factories(TypeElement owner) {
    return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
        .filter(method -> method.getSimpleName().toString().matches("builder|newBuilder"))
        .filter(method -> method.getParameters().isEmpty())
        .filter(
            method -> method.getModifiers().containsAll(List.of(Modifier.PUBLIC, Modifier.STATIC)))
        .filter(method -> Symbols.resolved(method.getReturnType()) instanceof DeclaredType)
        .map(
            method ->
                source(
                    owner,
                    Optional.of(method),
                    (TypeElement) ((DeclaredType) method.getReturnType()).asElement()));
  }

  private Optional<Source> constructed(TypeElement builder) {
    return ElementFilter.constructorsIn(builder.getEnclosedElements()).stream()
        .filter(constructor -> constructor.getParameters().isEmpty())
        .filter(constructor -> constructor.getModifiers().contains(Modifier.PUBLIC))
        .filter(constructor -> !builder.getModifiers().contains(Modifier.ABSTRACT))
        .findFirst()
        .map(constructor -> source(builder, Optional.empty(), builder));
  }

  private static Source source(
      TypeElement owner, Optional<ExecutableElement> factory, TypeElement builder) {
    Optional<Annotated> pojo = Jackson.find(builder, "JsonPOJOBuilder");
    return new Source(
        owner,
        factory,
        builder,
        pojo.map(found -> found.text("buildMethodName")).filter(n -> !n.isEmpty()).orElse(BUILD),
        pojo.map(found -> found.text("withPrefix")).orElse(""));
  }

  private Optional<ClassForm> form(Source source) {
    boolean builds =
        methods(source).anyMatch(method -> isBuild(method, source.build()))
            && TypeCatalog.isPublic(source.builder())
            && type.getTypeParameters().isEmpty()
            && source.builder().getTypeParameters().isEmpty();
    if (!builds) {
      return Optional.empty();
    }
    List<Property> properties = new ArrayList<>();
    candidates(source).map(property -> set(property, source)).forEach(properties::add);
    return properties.stream().anyMatch(property -> property.mutator().isPresent())
        ? Optional.of(
            new ClassForm(
                Optional.of(
                    new Creation(
                        Symbols.javaName(source.owner()),
                        source.factory().map(method -> method.getSimpleName().toString()),
                        List.of(),
                        Optional.of(
                            new Builder(Symbols.javaName(source.builder()), source.build())))),
                properties))
        : Optional.empty();
  }

  /** What can be read, and what methods called like those of the builder read. */
  private Stream<Property> candidates(Source source) {
    List<String> names = read.stream().map(Property::name).toList();
    List<String> setters =
        methods(source)
            .filter(method -> method.getParameters().size() == 1)
            .map(method -> method.getSimpleName().toString())
            .toList();
    return Stream.concat(
        read.stream(),
        finder.readers().stream()
            .filter(name -> setters.contains(name) && !names.contains(name))
            .flatMap(name -> finder.named(name).stream()));
  }

  private Property set(Property property, Source source) {
    return methods(source)
        .filter(method -> method.getParameters().size() == 1)
        .filter(method -> isNamed(method, property, source.prefix()))
        .filter(method -> takes(source, method, property.type()))
        .findFirst()
        .map(method -> property.setBy(Mutator.method(method.getSimpleName().toString()), method))
        .orElse(property);
  }

  private boolean takes(Source source, ExecutableElement method, TypeMirror given) {
    ExecutableType member =
        (ExecutableType)
            symbols.types().asMemberOf((DeclaredType) source.builder().asType(), method);
    return symbols.types().isAssignable(given, member.getParameterTypes().get(0));
  }

  private static boolean isNamed(ExecutableElement method, Property property, String prefix) {
    String name = method.getSimpleName().toString();
    String capitalized =
        property.name().substring(0, 1).toUpperCase(Locale.ROOT) + property.name().substring(1);
    return Jackson.name(List.of(method))
            .equals(Jackson.name(property.declarations()).or(() -> Optional.of(property.name())))
        || Stream.of("with", "set", prefix)
            .map(each -> each.isEmpty() ? property.name() : each + capitalized)
            .anyMatch(name::equals)
        || name.equals(property.name());
  }

  private boolean isBuild(ExecutableElement method, String name) {
    return method.getSimpleName().contentEquals(name)
        && method.getParameters().isEmpty()
        && Symbols.resolved(method.getReturnType()) instanceof DeclaredType made
        && symbols.lineage((TypeElement) made.asElement()).contains(type);
  }

  private Stream<ExecutableElement> methods(Source source) {
    return ElementFilter.methodsIn(symbols.elements().getAllMembers(source.builder())).stream()
        .filter(method -> method.getKind() == ElementKind.METHOD)
        .filter(method -> method.getModifiers().contains(Modifier.PUBLIC))
        .filter(method -> !method.getModifiers().contains(Modifier.STATIC));
  }
}
