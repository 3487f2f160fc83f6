package io.triglot.runtime.graphql;

import io.triglot.runtime.graphql.RandomSchema.Field;
import io.triglot.runtime.graphql.RandomSchema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The text of a random operation on a random schema, with the variables {@code $yes, $no, $number,
 * $num}.
 */
final class RandomDocument {
  private final RandomSchema schema;
  private final Random random;
  private final List<String> fragments = new ArrayList<>();

  private RandomDocument(RandomSchema schema, Random random) {
    this.schema = schema;
    this.random = random;
  }

  static String of(RandomSchema schema, long seed) {
    return new RandomDocument(schema, new Random(seed)).text();
  }

  private String text() {
    StringBuilder text =
        new StringBuilder(random.nextInt(4) == 0 ? "mutation" : "query")
            .append(" ($yes: Boolean = true, $no: Boolean = false, $number: Int, $num: Int) {");
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      text.append(' ').append(field(schema.roots(), 0));
    }
    text.append(
        " num(n: $num) more: num(n: $number) __typename @skip(if: $yes) @include(if: $no) }");
    fragments.forEach(fragment -> text.append(' ').append(fragment));
    return text.toString();
  }

  private String field(List<Field> fields, int depth) {
    Field field = any(fields, depth);
    if (field.arguments() && random.nextInt(2) == 0) { // once more, with other arguments
      return aliased(field, "x0_" + field.name() + ": ", depth)
          + " "
          + aliased(field, "x1_" + field.name() + ": ", depth);
    }
    return aliased(
        field,
        random.nextInt(4) == 0 ? "x" + random.nextInt(2) + "_" + field.name() + ": " : "",
        depth);
  }

  /** Any field, but more often one that is loaded in batches, or a root with fields beneath it. */
  private Field any(List<Field> fields, int depth) {
    List<Field> rare =
        fields.stream()
            .filter(each -> depth == 0 ? !composite(each.type()).isEmpty() : each.isBatched())
            .toList();
    List<Field> choice = rare.isEmpty() || random.nextInt(3) > 0 ? fields : rare;
    return choice.get(random.nextInt(choice.size()));
  }

  private String aliased(Field field, String alias, int depth) {
    String selection = composite(field.type());
    return alias
        + field.name()
        + (depth == 0 ? argument() : arguments(field, alias))
        + directive()
        + (selection.isEmpty() ? "" : " " + selection(selection, depth + 1));
  }

  private String argument() {
    return switch (random.nextInt(4)) {
      case 0 -> "(number: $number)";
      case 1 -> "(number: " + random.nextInt(3) + ")";
      default -> "";
    };
  }

  /** Those of one name in the response are the same, since they are merged. */
  private static String arguments(Field field, String alias) {
    return switch (field.arguments() ? Math.floorMod((alias + field.name()).hashCode(), 5) : 0) {
      case 1 -> "(n: 1)";
      case 2 -> "(n: $num)";
      case 3 -> "(s: \"x\", n: $num)";
      case 4 -> "(s: null)";
      default -> "";
    };
  }

  private String directive() {
    return switch (random.nextInt(16)) {
      case 0 -> " @include(if: $yes)";
      case 1 -> " @include(if: $no)";
      case 2 -> " @skip(if: $no)";
      case 3 -> " @skip(if: true)";
      default -> "";
    };
  }

  private static String composite(Type type) {
    if (type instanceof Type.Required required) {
      return composite(required.type());
    }
    if (type instanceof Type.Listed listed) {
      return composite(listed.element());
    }
    return type instanceof Type.Composite composite ? composite.name() : "";
  }

  private String selection(String composite, int depth) {
    StringBuilder text = new StringBuilder("{");
    if (depth > 4) {
      return text.append(" __typename }").toString();
    }
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      text.append(' ').append(selected(composite, depth));
    }
    return text.append(" }").toString();
  }

  private String selected(String composite, int depth) {
    List<Field> fields = schema.fieldsOf(composite);
    return switch (random.nextInt(10)) {
      case 0 -> "__typename";
      case 1, 2 -> "..." + condition(composite, depth);
      case 3 -> "... " + directive() + selection(composite, depth + 1);
      case 4 -> {
        String on = member(composite);
        fragments.add(
            "fragment f" + fragments.size() + " on " + on + " " + selection(on, depth + 1));
        yield "...f" + (fragments.size() - 1) + directive();
      }
      default -> fields.isEmpty() ? "..." + condition(composite, depth) : field(fields, depth);
    };
  }

  private String condition(String composite, int depth) {
    String on = member(composite);
    return " on " + on + directive() + " " + selection(on, depth + 1);
  }

  private String member(String composite) {
    return switch (composite) {
      case "Any" -> "T" + random.nextInt(RandomSchema.OBJECTS);
      case "Pair" -> "T" + random.nextInt(2);
      default -> random.nextInt(3) == 0 ? "Any" : composite;
    };
  }
}
