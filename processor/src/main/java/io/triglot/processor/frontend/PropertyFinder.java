package io.triglot.processor.frontend;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds what can be read of a class that is no record: by getters, by public fields, by methods
 * that Jackson is told are properties, and, in a class that has nothing of these, by methods that
 * are called like its fields.
 */
final class PropertyFinder {
  private static final Set<String> NO_PROPERTIES =
      Set.of("hashCode", "toString", "clone", "toBuilder");

  private final Symbols symbols;
  private final TypeElement type;
  private final List<Element> members;

  /** By themselves in small letters. */
  private final Map<String, String> fieldNames = new HashMap<>();

  /** By property; of overridden ones the last. */
  private final Map<String, ExecutableElement> getters = new HashMap<>();

  private final boolean fluent;

  PropertyFinder(Symbols symbols, TypeElement type) {
    this.symbols = symbols;
    this.type = type;
    this.members = symbols.instanceMembers(type);
    ElementFilter.fieldsIn(members).stream()
        .map(field -> field.getSimpleName().toString())
        .forEach(name -> fieldNames.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
    ElementFilter.methodsIn(members)
        .forEach(method -> getterName(method).ifPresent(name -> getters.put(name, method)));
    this.fluent = members.stream().noneMatch(this::isConventional);
  }

  /**
   * The properties, those of superclasses first, each class's in the order in which it first
   * mentions them, be it by a field or by a getter. None of them is set yet.
   */
  List<Property> find() {
    return members.stream()
        .flatMap(member -> propertyName(member).stream())
        .distinct()
        .flatMap(name -> reader(name).map(reader -> property(name, reader)).stream())
        .toList();
  }

  /** The property that a method of its own name reads, such as one that a constructor takes. */
  Optional<Property> named(String name) {
    return last(ElementFilter.methodsIn(members), name)
        .filter(PropertyFinder::isReader)
        .map(method -> property(name, method));
  }

  /** The names of all methods that could read a property. */
  List<String> readers() {
    return ElementFilter.methodsIn(members).stream()
        .filter(PropertyFinder::isReader)
        .map(method -> method.getSimpleName().toString())
        .distinct()
        .toList();
  }

  /** The setter of a property: a method of one parameter of its type. */
  Optional<ExecutableElement> setter(Property property) {
    return ElementFilter.methodsIn(members).stream()
        .filter(method -> method.getParameters().size() == 1)
        .filter(method -> isSetter(method, property.name()))
        .filter(
            method ->
                Symbols.isSame(
                    symbols.typeIn(type, method).getParameterTypes().get(0), property.type()))
        .findFirst();
  }

  /** The setters whose property cannot be read. */
  List<ExecutableElement> unreadable() {
    List<Property> properties = find();
    return ElementFilter.methodsIn(members).stream()
        .filter(method -> method.getParameters().size() == 1)
        .filter(method -> afterPrefix(method, "set").isPresent())
        .filter(method -> properties.stream().noneMatch(each -> isSetter(method, each.name())))
        .toList();
  }

  private boolean isSetter(ExecutableElement method, String property) {
    return afterPrefix(method, "set").filter(property::equalsIgnoreCase).isPresent()
        || fluent && method.getSimpleName().contentEquals(property);
  }

  private Property property(String name, Element reader) {
    TypeMirror read =
        reader instanceof ExecutableElement method
            ? symbols.typeIn(type, method).getReturnType()
            : symbols.typeIn(type, (VariableElement) reader);
    Stream<VariableElement> field = last(ElementFilter.fieldsIn(members), name).stream();
    return Property.readOnly(
        name, reader, Stream.concat(Stream.of(reader), field).distinct().toList(), read);
  }

  /** What reads a property; of overridden methods the last counts. */
  private Optional<Element> reader(String name) {
    List<ExecutableElement> methods = ElementFilter.methodsIn(members);
    return Optional.ofNullable(getters.get(name))
        .or(
            () ->
                last(methods, name)
                    .filter(PropertyFinder::isDeclared)
                    .filter(PropertyFinder::isReader))
        .or(() -> fluent ? last(methods, name).filter(this::isFluentReader) : Optional.empty())
        .<Element>map(method -> method)
        .or(() -> last(ElementFilter.fieldsIn(members), name).filter(PropertyFinder::isPublic));
  }

  /** Whether a method is said to be a property, whatever it is called. */
  static boolean isDeclared(Element method) {
    return Jackson.isProperty(method) || FieldAnnotation.of(List.of(method)).isField();
  }

  private boolean isFluentReader(ExecutableElement method) {
    boolean ofField =
        last(ElementFilter.fieldsIn(members), method.getSimpleName().toString())
            .filter(field -> Symbols.isSame(field.asType(), method.getReturnType()))
            .isPresent();
    return isReader(method) && (ofField || method.getModifiers().contains(Modifier.ABSTRACT));
  }

  /** Whether it makes a property whatever other members the class has. */
  private boolean isConventional(Element member) {
    return member instanceof ExecutableElement method
        ? getterName(method).isPresent()
        : isPublic(member);
  }

  /** The property that a member may belong to. */
  private Optional<String> propertyName(Element member) {
    String name = member.getSimpleName().toString();
    return member instanceof ExecutableElement method
        ? getterName(method).or(() -> Optional.of(name).filter(any -> isReader(method)))
        : Optional.of(name);
  }

  private Optional<String> getterName(ExecutableElement method) {
    return plainGetterName(method).map(this::asField);
  }

  /** The name of the property that a getter reads, as Jackson takes it from the getter's. */
  static Optional<String> plainGetterName(ExecutableElement method) {
    if (!isReader(method)) {
      return Optional.empty();
    }
    boolean yesOrNo = TypeText.of(method.getReturnType()).matches("boolean|Boolean");
    return Stream.of("get", "is")
        .filter(prefix -> yesOrNo || prefix.equals("get"))
        .flatMap(prefix -> afterPrefix(method, prefix).stream())
        .findFirst();
  }

  /** The name as the field has it, whose capitals a getter's name may have changed. */
  private String asField(String name) {
    return fieldNames.getOrDefault(name.toLowerCase(Locale.ROOT), name);
  }

  /** What a method's name says after a prefix; capitals in front become small, as in Jackson. */
  private static Optional<String> afterPrefix(ExecutableElement method, String prefix) {
    String name = method.getSimpleName().toString();
    if (!name.startsWith(prefix)
        || name.length() == prefix.length()
        || Character.isLowerCase(name.charAt(prefix.length()))) {
      return Optional.empty();
    }
    String rest = name.substring(prefix.length());
    int capitals = 0;
    while (capitals < rest.length() && Character.isUpperCase(rest.charAt(capitals))) {
      capitals++;
    }
    return Optional.of(
        rest.substring(0, capitals).toLowerCase(Locale.ROOT) + rest.substring(capitals));
  }

  private static boolean isReader(ExecutableElement method) {
    return method.getParameters().isEmpty()
        && method.getTypeParameters().isEmpty()
        && method.getReturnType().getKind() != TypeKind.VOID
        && !NO_PROPERTIES.contains(method.getSimpleName().toString());
  }

  private static boolean isPublic(Element member) {
    return member.getModifiers().contains(Modifier.PUBLIC);
  }

  private static <E extends Element> Optional<E> last(List<E> members, String name) {
    return members.stream()
        .filter(member -> member.getSimpleName().contentEquals(name))
        .filter(
            member ->
                !(member instanceof ExecutableElement method) || method.getParameters().isEmpty())
        .reduce((overridden, overriding) -> overriding);
  }
}
