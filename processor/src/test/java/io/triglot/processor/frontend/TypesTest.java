package io.triglot.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Creation;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Mutator;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.Container;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.Models;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypesTest {
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void readsEveryScalar(CompilerKind compiler) {
    String components =
        scalars()
            .map(scalar -> scalar.javaClass() + " " + scalar.name())
            .collect(Collectors.joining(", "));
    ObjectType type =
        object(
            compiler,
            """
            package com.acme;

            @org.jspecify.annotations.NullMarked
            @io.triglot.ApiType
            public record Scalars(%s) {}
            """
                .formatted(components));

    assertThat(type.fields())
        .extracting(Field::type)
        .containsExactlyElementsOf(
            scalars().map(scalar -> (TypeRef) new ScalarRef(scalar, false, false)).toList());
  }

  /** Those that properties may have. */
  private static Stream<Scalar> scalars() {
    return Arrays.stream(Scalar.values()).filter(scalar -> scalar != Scalar.UPLOAD);
  }

  @ParameterizedTest
  @EnumSource
  void readsEveryPrimitive(CompilerKind compiler) {
    ObjectType type =
        object(
            compiler,
            """
            package com.acme;

            @io.triglot.ApiType
            public record Primitives(
                boolean b, byte y, short s, int i, long l, float f, double d, char c) {}
            """);

    assertThat(type.fields())
        .extracting(Field::type)
        .containsExactlyElementsOf(
            Arrays.stream(Scalar.values())
                .filter(scalar -> scalar.primitive().isPresent())
                .map(scalar -> (TypeRef) new ScalarRef(scalar, true, false))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"java.io.File", "java.nio.file.Path"})
  void refusesPathsOfTheServer(String type) {
    assertThat(
            CompilerKind.JAVAC
                .in(directory)
                .compile(
                    "package com.acme;\n@io.triglot.ApiType\npublic record Disk("
                        + type
                        + " at) {}")
                .diagnostics())
        .anyMatch(
            each ->
                each.contains("[TriglotUnsupportedType] " + type + " has no mapping")
                    && each.contains("Use String instead."));
  }

  @ParameterizedTest
  @EnumSource
  void readsCollectionsMapsAndOptionals(CompilerKind compiler) {
    ObjectType type =
        object(
            compiler,
            """
            package com.acme;

            import java.util.*;

            @org.jspecify.annotations.NullMarked
            @io.triglot.ApiType
            public record Containers(
                List<String> list,
                Set<Containers> set,
                Collection<List<Integer>> collection,
                Map<String, Containers> map,
                Optional<String> optional) {}
            """);
    TypeRef itself = new NamedRef(type.javaName(), false);
    ScalarRef text = new ScalarRef(Scalar.STRING, false, false);

    assertThat(type.fields())
        .extracting(Field::type)
        .containsExactly(
            new ListRef(Container.LIST, text, false),
            new ListRef(Container.SET, itself, false),
            new ListRef(
                Container.COLLECTION,
                new ListRef(Container.LIST, new ScalarRef(Scalar.INT, false, false), false),
                false),
            new MapRef(text, itself, false),
            new OptionalRef(text));
  }

  @ParameterizedTest
  @EnumSource
  void readsBeans(CompilerKind compiler) {
    ObjectType type =
        object(
            compiler,
            """
            package com.acme;

            @io.triglot.ApiType
            public class Bean extends Base<String> {
              private boolean open;
              private String name;
              private int count;

              /** Returns the name. */
              public String getName() { return name; }
              public void setName(String name) { this.name = name; }
              public void setName(Object name) { this.name = name.toString(); }
              public boolean isOpen() { return open; }
              public void setOpen(boolean open) { this.open = open; }
              public int getCount() { return count; }
              public Bean setCount(int count) { this.count = count; return this; }
              public int getTotal() { return count; }
              public static String getStatic() { return ""; }
              public String getWith(String parameter) { return parameter; }
              public void getVoid() {}
              public String getaway() { return ""; }
              public String issue() { return ""; }
              String getHidden() { return ""; }
            }
            """,
            """
            package com.acme;

            public abstract class Base<T> {
              private T id;
              public T getId() { return id; }
              public void setId(T id) { this.id = id; }
            }
            """);

    assertThat(type.creation()).contains(Creation.constructor(type.javaName(), Stream.of()));
    assertThat(type.fields())
        .extracting(Field::name)
        .containsExactly("id", "open", "name", "count", "total");
    assertThat(type.fields())
        .extracting(field -> field.accessor().member())
        .containsExactly("getId", "isOpen", "getName", "getCount", "getTotal");
    assertThat(type.fields())
        .extracting(field -> field.mutator().map(Mutator::member).orElse("none"))
        .containsExactly("setId", "setOpen", "setName", "setCount", "none");
    assertThat(type.fields())
        .extracting(Field::id)
        .containsExactly(true, false, false, false, false);
    assertThat(type.fields().get(0).type()).isEqualTo(new ScalarRef(Scalar.STRING, false, true));
    assertThat(type.fields().get(2).doc().text()).isEqualTo("Returns the name.");
  }

  @ParameterizedTest
  @EnumSource
  void knowsThatAClassWithoutAPublicConstructorCannotBeMade(CompilerKind compiler) {
    assertThat(creation(compiler, "private Made(String name) { this.name = name; }")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void knowsThatAConstructorOfOtherThingsIsOfNoUse(CompilerKind compiler) {
    assertThat(creation(compiler, "public Made(String title) { this.name = title; }")).isEmpty();
    assertThat(creation(compiler, "public Made(int name) { this.name = \"\" + name; }")).isEmpty();
    assertThat(
            creation(compiler, "public Made(String name, int size) { this.name = name + size; }"))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void readsTheOneConstructorThatTakesAllProperties(CompilerKind compiler) {
    ObjectType type =
        object(
            compiler,
            """
            package com.acme;

            import java.util.List;
            import org.jspecify.annotations.NullMarked;
            import org.jspecify.annotations.Nullable;

            @NullMarked
            @io.triglot.ApiType
            public final class Made {
              private final List<String> names;
              private final @Nullable String note;
              private final boolean open;
              private final int size;
              public Made(int size) { this(true, size, List.of(), null); }
              public Made(boolean open, int size, List<String> names, @Nullable String note) {
                this.open = open;
                this.size = size;
                this.names = names;
                this.note = note;
              }
              public List<String> getNames() { return names; }
              public @Nullable String note() { return note; }
              public boolean isOpen() { return open; }
              /** How many there are. */
              public int size() { return size; }
              public String describe() { return "not part of it"; }
            }
            """);

    assertThat(type.creation())
        .contains(
            Creation.constructor(type.javaName(), Stream.of("open", "size", "names", "note")));
    assertThat(type.fields())
        .extracting(field -> field.accessor().member())
        .containsExactly("isOpen", "size", "getNames", "note");
    assertThat(type.fields())
        .extracting(field -> field.type().nullable())
        .containsExactly(false, false, false, true);
    assertThat(type.fields().get(1).doc().text()).isEqualTo("How many there are.");
  }

  private Optional<Creation> creation(CompilerKind compiler, String constructor) {
    return object(
            compiler,
            """
            package com.acme;

            @io.triglot.ApiType
            public class Made {
              private String name;
              %s
              public String getName() { return name; }
            }
            """
                .formatted(constructor))
        .creation();
  }

  @ParameterizedTest
  @EnumSource
  void readsNamesNumbersIdsAndDeprecations(CompilerKind compiler) {
    ObjectType type =
        object(
            compiler,
            """
            package com.acme;

            import io.triglot.*;

            /** @deprecated use {@code Other} */
            @Deprecated
            @ApiType(name = "Thing")
            public record Named(
                @ApiField(name = "label", number = 7) String text,
                @ApiField(id = true) String key,
                java.util.UUID ownerId,
                int id) {
              /** @deprecated no longer used */
              @Deprecated
              public String key() { return key; }
            }
            """);

    assertThat(type.name()).isEqualTo("Thing");
    assertThat(type.deprecation()).contains("use `Other`");
    assertThat(type.fields())
        .extracting(Field::name)
        .containsExactly("label", "key", "ownerId", "id");
    assertThat(type.fields())
        .extracting(Field::javaName)
        .containsExactly("text", "key", "ownerId", "id");
    assertThat(type.fields()).extracting(Field::id).containsExactly(false, true, true, false);
    assertThat(type.fields().get(0).number()).hasValue(7);
    assertThat(type.fields().get(1).deprecation()).contains("no longer used");
  }

  @ParameterizedTest
  @EnumSource
  void readsEnumsInDeclarationOrderWithDocs(CompilerKind compiler) {
    ApiModel model =
        Models.read(
            compiler.in(directory),
            """
            package com.acme;

            /** Where it is. */
            @io.triglot.ApiType
            public enum Status {
              /** New. */ PENDING,
              DELIVERED,
              /** @deprecated never used */
              @Deprecated CONFIRMED;
              public static final Status FIRST = PENDING;
            }
            """);

    EnumType type = (EnumType) model.types().get(JavaName.of("com.acme", "Status"));
    assertThat(type.doc().text()).isEqualTo("Where it is.");
    assertThat(type.constants())
        .extracting(EnumType.Constant::name)
        .containsExactly("PENDING", "DELIVERED", "CONFIRMED");
    assertThat(type.constants())
        .extracting(constant -> constant.doc().text())
        .containsExactly("New.", "", "");
    assertThat(type.constants())
        .extracting(constant -> constant.deprecation().orElse("not"))
        .containsExactly("not", "not", "never used");
  }

  @ParameterizedTest
  @EnumSource
  void followsTypesToTypesNestedAndRecursive(CompilerKind compiler) {
    ApiModel model =
        Models.read(
            compiler.in(directory),
            """
            package com.acme;

            import io.triglot.ApiOperation;
            import java.util.*;

            public class Tree {
              public record Node(String name, List<Node> children, Leaf leaf) {}
              public record Leaf(Node parent, Color color) {}
              public enum Color { RED }
              public record Unused(String name) {}
              @ApiOperation public Node getRoot() { return null; }
            }
            """);

    assertThat(model.types().keySet())
        .extracting(JavaName::canonical)
        .containsExactly("com.acme.Tree.Color", "com.acme.Tree.Leaf", "com.acme.Tree.Node");
    assertThat(model.types().values())
        .extracting(type -> type.name())
        .containsExactly("Color", "Leaf", "Node");
  }

  private ObjectType object(CompilerKind compiler, String... sources) {
    Path own = directory.resolve(Integer.toHexString(Arrays.hashCode(sources)));
    return Models.read(compiler.in(own), sources).types().values().stream()
        .map(ObjectType.class::cast)
        .reduce((first, second) -> second)
        .orElseThrow();
  }
}
