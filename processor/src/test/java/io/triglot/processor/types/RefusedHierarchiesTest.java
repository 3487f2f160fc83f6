package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Hierarchies that no contract can have are refused, with one error and what to do. */
class RefusedHierarchiesTest {
  private static final String SERVICE =
      """
      package com.acme;

      public interface FormService {
        @io.triglot.ApiOperation Form%s form(String id);
      }
      """;

  @TempDir Path directory;

  record Refused(String rule, String use, String type, String problem, String remedy) {
    @Override
    public String toString() {
      return problem;
    }
  }

  static List<Refused> refused() {
    return List.of(
        new Refused(
            "TriglotHierarchy",
            "",
            "sealed class Form { public String getA() { return \"\"; }"
                + " public static final class Sub extends Form {} }",
            "Form (reached by FormService.form) stands for several types, but is one of them itself",
            "Make it abstract"),
        new Refused(
            "TriglotHierarchy",
            "",
            "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME) interface Form { String a(); }",
            "Form (reached by FormService.form) does not say which types it stands for",
            "Seal it, or name them with @JsonSubTypes."),
        new Refused(
            "TriglotHierarchy",
            "",
            "sealed interface Form { record A(int a) implements Form {}"
                + " non-sealed interface B extends Form { int b(); } }",
            "Form.B is a member of Form but is open to types that nobody knows",
            "Seal it"),
        new Refused(
            "TriglotHierarchy",
            "",
            "sealed interface Form { record A(int a) implements Form {}"
                + " enum B implements Form { X } }",
            "Form.B is a member of Form but has no fields of its own",
            "Make it a record with one field."),
        new Refused(
            "TriglotHierarchy",
            "",
            "sealed interface Form { record A(int a) implements Form {}"
                + " record B(@JsonValue String b) implements Form {} }",
            "Form.B is a member of Form but has no fields of its own",
            "Make it a record with one field."),
        new Refused(
            "TriglotHierarchy",
            "",
            "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME) @JsonSubTypes({"
                + " @JsonSubTypes.Type(Form.Dog.class), @JsonSubTypes.Type(Form.Pup.class)})"
                + " abstract class Form { public static class Dog extends Form {"
                + " public String name = \"\"; }"
                + " public static class Pup extends Dog {} }",
            "Form.Pup is a Form.Dog as well",
            "Make Form.Dog abstract"),
        new Refused(
            "TriglotHierarchy",
            "<String>",
            "sealed interface Form<T> { record A<T>(T a) implements Form<T> {}"
                + " record B(int b) implements Form<Integer> {} }",
            "Form.B is a member of Form but does not say what its type arguments are",
            "Give it the type parameters of Form"),
        new Refused(
            "TriglotNonPublicType",
            "",
            "sealed interface Form permits Form.A, Hidden { record A(int a) implements Form {} }"
                + " record Hidden(int b) implements Form {}",
            "Hidden is part of the API but not public",
            "Make it public."),
        new Refused(
            "TriglotDiscriminator",
            "",
            "sealed interface Form { record A(int a, String type) implements Form {} }",
            "Form.A.type is type in JSON",
            "name another property with @ApiType(discriminator = ...)"),
        new Refused(
            "TriglotDiscriminator",
            "",
            "sealed interface Form { record A(@JsonAlias(\"type\") int a) implements Form {} }",
            "Form.A.a is type in JSON",
            "Rename it"),
        new Refused(
            "TriglotDiscriminator",
            "",
            "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = \"a\")"
                + " sealed interface Form { record A(int a) implements Form {} }",
            "Form.A.a is a in JSON",
            "in @JsonTypeInfo"),
        new Refused(
            "TriglotDiscriminator",
            "",
            "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = \"a\","
                + " include = JsonTypeInfo.As.EXISTING_PROPERTY) sealed interface Form {"
                + " record A(String a) implements Form {} record B(String b) implements Form {} }",
            "Form.B has no property a, which is said to tell which Form it is",
            "Add it, or write include = PROPERTY"),
        new Refused(
            "TriglotDiscriminator",
            "",
            "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME) sealed interface Form {"
                + " @JsonTypeName(\"x\") record A(String a) implements Form {}"
                + " @JsonTypeName(\"x\") record B(String b) implements Form {} }",
            "JSON calls both Form.A and Form.B x",
            "Give one of them another name."),
        new Refused(
            "TriglotFieldNumber",
            "",
            "sealed interface Form { @io.triglot.ApiType(number = 2) record A(int a) implements"
                + " Form {} @io.triglot.ApiType(number = 2) record B(int b) implements Form {} }",
            "Form.A and Form.B both have the number 2",
            "Change"),
        new Refused(
            "TriglotGraphQlEmptyType",
            "",
            "sealed interface Form { record A(int a) implements Form {}"
                + " record B() implements Form {} }",
            "B has nothing in it",
            "Add a field"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void areRefusedWithOneErrorThatSaysWhatToDo(Refused refused) {
    for (CompilerKind compiler : CompilerKind.values()) {
      assertThat(compile(compiler, refused.use(), refused.type()).diagnostics())
          .as(compiler.name())
          .filteredOn(each -> each.contains("error"))
          .singleElement()
          .asString()
          .contains("[" + refused.rule() + "]")
          .contains(refused.problem())
          .contains(refused.remedy());
    }
  }

  @ParameterizedTest
  @EnumSource
  void mayHaveMembersThatAreNotFinal(CompilerKind compiler) {
    compile(
            compiler,
            "",
            "sealed interface Form { record A(int a) implements Form {}"
                + " non-sealed class B implements Form { public int b; } }")
        .requireSuccess();
  }

  @Test
  void haveNoBatchedFieldsButTheirMembersMay() {
    assertThat(
            TestCompiler.javac(directory)
                .compile(
                    "package com.acme;\npublic sealed interface Form {"
                        + " record A(int a) implements Form {} }",
                    """
                    package com.acme;

                    public interface FormService {
                      @io.triglot.ApiBatch java.util.List<String> color(java.util.List<Form> forms);
                    }
                    """)
                .diagnostics())
        .filteredOn(each -> each.contains("error"))
        .singleElement()
        .asString()
        .contains("[TriglotBatchShape]");
  }

  @Test
  void mayHaveOneMember() {
    compile(CompilerKind.JAVAC, "", "sealed interface Form { record A(int a) implements Form {} }")
        .requireSuccess();
  }

  private Compilation compile(CompilerKind compiler, String use, String type) {
    return compiler
        .in(directory.resolve(compiler.name()))
        .compile(
            "@org.jspecify.annotations.NullMarked package com.acme;",
            SERVICE.formatted(use),
            "package com.acme;\nimport com.fasterxml.jackson.annotation.*;\n"
                + type.replaceFirst("(?=(sealed |abstract )?(interface|class) Form)", "\npublic "));
  }
}
