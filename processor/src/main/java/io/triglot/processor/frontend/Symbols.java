package io.triglot.processor.frontend;

import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Scalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The declarations that the compiler knows, and which of them are sources of this compilation. */
final class Symbols {
  private final Elements elements;
  private final Types types;
  private final Sources sources;
  private final Predicate<Element> markdown;

  Symbols(Elements elements, Types types, Sources sources) {
    this.elements = elements;
    this.types = types;
    this.sources = sources;
    this.markdown = MarkdownComments.in(elements);
  }

  Types types() {
    return types;
  }

  Elements elements() {
    return elements;
  }

  /** The type of this name, if there is one. */
  Optional<TypeElement> find(JavaName name) {
    return Optional.ofNullable(elements.getTypeElement(name.canonical()));
  }

  /** The top-level types of this compilation's sources, by their names. */
  Stream<TypeElement> sources() {
    return sources.topLevel().stream()
        .flatMap(name -> Optional.ofNullable(elements.getTypeElement(name)).stream());
  }

  /** Whether the element stands in a source of this compilation. */
  boolean isSource(Element element) {
    return sources.contain(element);
  }

  /**
   * Whether the compiler can point at the element: it stands in a source of this compilation. The
   * Eclipse compiler has no positions for records and their components.
   */
  boolean hasPosition(Element element) {
    boolean ofRecord =
        element.getKind() == ElementKind.RECORD
            || (element.getKind() == ElementKind.FIELD
                && element.getEnclosingElement() instanceof TypeElement owner
                && owner.getKind() == ElementKind.RECORD);
    boolean eclipse = elements.getClass().getName().startsWith("org.eclipse.");
    return sources.contain(element) && !(ofRecord && eclipse);
  }

  /** Whether the type is in sources that came with this round. */
  boolean isNew(TypeElement type) {
    return sources.areNew(type);
  }

  /** Whether no round will come after this one. */
  boolean isLastChance() {
    return sources.areAll();
  }

  /** An origin at the element, or at the fallback's place if it has no position. */
  Origin origin(Element element, String name, Origin fallback) {
    return hasPosition(element)
        ? new Origin(name, Place.of(element))
        : new Origin(name, new Place(element, ((Place) fallback.handle()).spot()));
  }

  /** The doc comment of the element as it is written; only sources have one. */
  Optional<String> comment(Element element) {
    try {
      return Optional.ofNullable(elements.getDocComment(element));
    } catch (ClassCastException ecjOnRecordComponents) {
      return Optional.empty();
    }
  }

  /** Whether the element's doc comment is one of lines with {@code ///}, which JDK 23 brought. */
  boolean isMarkdown(Element element) {
    return markdown.test(element);
  }

  /**
   * The type, its superclasses, then all their interfaces, each once, nearest first; without {@code
   * Object}.
   */
  List<TypeElement> lineage(TypeElement type) {
    Set<TypeElement> lineage = new LinkedHashSet<>();
    Optional<TypeElement> next = Optional.of(type);
    while (next.isPresent() && !next.get().getQualifiedName().contentEquals("java.lang.Object")) {
      lineage.add(next.get());
      next = element(next.get().getSuperclass());
    }
    Deque<TypeElement> open = new ArrayDeque<>(lineage);
    while (!open.isEmpty()) {
      for (TypeMirror parent : open.removeFirst().getInterfaces()) {
        element(parent).filter(lineage::add).ifPresent(open::addLast);
      }
    }
    return List.copyOf(lineage);
  }

  /**
   * A member of a type, then those methods of the type's lineage that it overrides, nearest first.
   */
  List<Element> overridden(Element member, TypeElement type) {
    Stream<Element> overridden =
        member instanceof ExecutableElement method
            ? lineage(type).stream()
                .flatMap(each -> ElementFilter.methodsIn(each.getEnclosedElements()).stream())
                .filter(other -> elements.overrides(method, other, type))
                .map(each -> each)
            : Stream.empty();
    return Stream.concat(Stream.of(member), overridden).toList();
  }

  /**
   * The members of a type in the order of its source. Compilers differ in the order in which they
   * read them from a class file, so that these are sorted by name.
   */
  List<? extends Element> members(TypeElement type) {
    List<? extends Element> members = type.getEnclosedElements();
    return isSource(type)
        ? members
        : members.stream()
            .sorted(Comparator.comparing(member -> member.getSimpleName().toString()))
            .toList();
  }

  /**
   * The fields and the public methods of all instances, superclasses first; of what is abstract
   * those of its interfaces too.
   */
  List<Element> instanceMembers(TypeElement type) {
    boolean isAbstract = type.getModifiers().contains(Modifier.ABSTRACT);
    List<TypeElement> classes =
        new ArrayList<>(
            lineage(type).stream().filter(each -> isAbstract || each.getKind().isClass()).toList());
    Collections.reverse(classes);
    return classes.stream()
        .<Element>flatMap(each -> members(each).stream())
        .filter(member -> !member.getModifiers().contains(Modifier.STATIC))
        .filter(
            member ->
                member.getKind() == ElementKind.FIELD
                    || member.getKind() == ElementKind.METHOD
                        && member.getModifiers().contains(Modifier.PUBLIC))
        .toList();
  }

  /** Whether the types are the same, whatever annotations they have. */
  static boolean isSame(TypeMirror one, TypeMirror other) {
    if (one instanceof DeclaredType first && other instanceof DeclaredType second) {
      List<? extends TypeMirror> arguments = first.getTypeArguments();
      List<? extends TypeMirror> others = second.getTypeArguments();
      return first.asElement().equals(second.asElement())
          && arguments.size() == others.size()
          && IntStream.range(0, arguments.size())
              .allMatch(i -> isSame(arguments.get(i), others.get(i)));
    }
    return one instanceof ArrayType first && other instanceof ArrayType second
        ? isSame(first.getComponentType(), second.getComponentType())
        : TypeText.of(one).equals(TypeText.of(other));
  }

  /**
   * The type of a method as a member of a type. Only where it must be is it made anew: some
   * compilers lose annotations on the way.
   */
  ExecutableType typeIn(TypeElement type, ExecutableElement method) {
    boolean generic = !owner(method).equals(type) && !owner(method).getTypeParameters().isEmpty();
    return (ExecutableType)
        (generic ? types.asMemberOf((DeclaredType) type.asType(), method) : method.asType());
  }

  /** The type of a field as a member of a type. */
  TypeMirror typeIn(TypeElement type, VariableElement field) {
    TypeElement owner = (TypeElement) enclosing(field);
    boolean generic = !owner.equals(type) && !owner.getTypeParameters().isEmpty();
    return generic ? types.asMemberOf((DeclaredType) type.asType(), field) : field.asType();
  }

  /** Whether a use of a type is one of this class or interface. */
  static boolean isOf(TypeMirror use, TypeElement type) {
    return resolved(use) instanceof DeclaredType declared && declared.asElement().equals(type);
  }

  /** Whether values of the type have a natural order. */
  boolean isComparable(TypeMirror type) {
    return types.isSubtype(
        types.erasure(type),
        types.erasure(elements.getTypeElement("java.lang.Comparable").asType()));
  }

  /** The module of a type, where it is a named one and other than that of what uses the type. */
  Optional<String> foreignModule(TypeElement type, Origin user) {
    return Optional.ofNullable(elements.getModuleOf(type))
        .filter(module -> !module.isUnnamed())
        .filter(
            module ->
                !module.equals(elements.getModuleOf(((Place) user.handle()).spot().element())))
        .map(module -> module.getQualifiedName().toString());
  }

  /** The scalar that a primitive type is. */
  static Scalar primitive(TypeMirror type) {
    String name = TypeText.of(type);
    return Arrays.stream(Scalar.values())
        .filter(scalar -> scalar.primitive().filter(name::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  /** The class or interface that declares the method. */
  static TypeElement owner(ExecutableElement method) {
    return (TypeElement) enclosing(method);
  }

  /** What a member of a type or a parameter belongs to; these are never without. */
  static Element enclosing(Element element) {
    return Objects.requireNonNull(element.getEnclosingElement());
  }

  /** The type itself, if it exists, and its type arguments too. */
  static TypeMirror resolved(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      throw new UnresolvedTypeException();
    }
    if (type instanceof DeclaredType declared) {
      declared.getTypeArguments().forEach(Symbols::resolved);
    }
    return type;
  }

  private static Optional<TypeElement> element(TypeMirror type) {
    return resolved(type) instanceof DeclaredType declared
        ? Optional.of((TypeElement) declared.asElement())
        : Optional.empty();
  }

  /** The name of the type in the model. */
  static JavaName javaName(TypeElement type) {
    LinkedList<String> simpleNames = new LinkedList<>();
    Element element = type;
    while (element instanceof TypeElement nested) {
      simpleNames.addFirst(nested.getSimpleName().toString());
      element = nested.getEnclosingElement();
    }
    String qualified = type.getQualifiedName().toString();
    String simple = String.join(".", simpleNames);
    String packageName =
        qualified.length() > simple.length()
            ? qualified.substring(0, qualified.length() - simple.length() - 1)
            : "";
    return new JavaName(packageName, new ArrayList<>(simpleNames));
  }

  /** The name of the type as its own package's sources write it, such as {@code Outer.Inner}. */
  static String shownName(TypeElement type) {
    return String.join(".", javaName(type).simpleNames());
  }
}
