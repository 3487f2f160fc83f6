package io.triglot.processor.model;

import io.triglot.processor.model.TypeRef.FormattedRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in short words what values have to be, for contracts that have no other way to say it. */
public final class ConstraintText {
  private ConstraintText() {}

  /** A description, and below it what values have to be. */
  public static Doc described(Doc doc, TypeRef type, Constraints constraints) {
    return doc.with(words(type, constraints));
  }

  /** What values have to be, such as {@code At least 1.}; empty where there is nothing to say. */
  public static String words(TypeRef type, Constraints constraints) {
    TypeRef value = type.present().carrier();
    List<String> sentences = new ArrayList<>();
    size(constraints).ifPresent(size -> sentences.add(size(size, unit(value))));
    range(constraints).ifPresent(sentences::add);
    constraints.own().forEach(each -> sentence(each).ifPresent(sentences::add));
    if (value instanceof ListRef list) {
      constraints
          .element()
          .ifPresent(each -> addPart(sentences, "Each element: ", list.element(), each));
    } else if (value instanceof MapRef map) {
      constraints.key().ifPresent(each -> addPart(sentences, "Each key: ", map.key(), each));
      constraints
          .element()
          .ifPresent(each -> addPart(sentences, "Each value: ", map.value(), each));
    }
    return String.join(" ", sentences);
  }

  private static void addPart(
      List<String> sentences, String what, TypeRef type, Constraints constraints) {
    String words = words(type, constraints);
    if (!words.isEmpty()) {
      sentences.add(what + words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1));
    }
  }

  /** The narrowest of all the sizes. */
  public static Optional<Constraint.Size> size(Constraints constraints) {
    return constraints.own().stream()
        .filter(Constraint.Size.class::isInstance)
        .map(Constraint.Size.class::cast)
        .reduce(
            (one, other) ->
                new Constraint.Size(
                    Math.max(one.min(), other.min()), Math.min(one.max(), other.max())))
        .filter(size -> size.min() > 0 || size.max() < Integer.MAX_VALUE);
  }

  /** The highest of all the lower bounds. */
  public static Optional<Constraint.Minimum> minimum(Constraints constraints) {
    return constraints.own().stream()
        .filter(Constraint.Minimum.class::isInstance)
        .map(Constraint.Minimum.class::cast)
        .reduce(ConstraintText::higher);
  }

  /** The lowest of all the upper bounds. */
  public static Optional<Constraint.Maximum> maximum(Constraints constraints) {
    return constraints.own().stream()
        .filter(Constraint.Maximum.class::isInstance)
        .map(Constraint.Maximum.class::cast)
        .reduce(ConstraintText::lower);
  }

  private static Constraint.Minimum higher(Constraint.Minimum one, Constraint.Minimum other) {
    int order = one.value().compareTo(other.value());
    return order > 0 || order == 0 && !one.inclusive() ? one : other;
  }

  private static Constraint.Maximum lower(Constraint.Maximum one, Constraint.Maximum other) {
    int order = one.value().compareTo(other.value());
    return order < 0 || order == 0 && !one.inclusive() ? one : other;
  }

  private static String size(Constraint.Size size, String unit) {
    if (size.max() == Integer.MAX_VALUE) {
      return "At least " + counted(size.min(), unit) + ".";
    }
    if (size.min() == 0) {
      return "At most " + counted(size.max(), unit) + ".";
    }
    return size.min() == size.max()
        ? "Exactly " + counted(size.min(), unit) + "."
        : size.min() + " to " + counted(size.max(), unit) + ".";
  }

  private static String counted(int count, String unit) {
    String plural = unit.endsWith("y") ? unit.substring(0, unit.length() - 1) + "ies" : unit + "s";
    return count + " " + (count == 1 ? unit : plural);
  }

  private static String unit(TypeRef type) {
    if (type instanceof ListRef) {
      return "element";
    }
    if (type instanceof MapRef) {
      return "entry";
    }
    TypeRef scalar = type instanceof FormattedRef formatted ? formatted.scalar() : type;
    return scalar instanceof ScalarRef plain && plain.scalar() == Scalar.BYTES
        ? "byte"
        : "character";
  }

  private static Optional<String> range(Constraints constraints) {
    Optional<Constraint.Minimum> min = minimum(constraints);
    Optional<Constraint.Maximum> max = maximum(constraints);
    if (min.isPresent() && max.isPresent() && min.get().inclusive() && max.get().inclusive()) {
      return Optional.of(plain(min.get().value()) + " to " + plain(max.get().value()) + ".");
    }
    List<String> sentences = new ArrayList<>();
    min.ifPresent(
        each ->
            sentences.add(
                (each.inclusive() ? "At least " : "More than ") + plain(each.value()) + "."));
    max.ifPresent(
        each ->
            sentences.add(
                (each.inclusive() ? "At most " : "Less than ") + plain(each.value()) + "."));
    return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }

  private static Optional<String> sentence(Constraint constraint) {
    if (constraint instanceof Constraint.NotBlank) {
      return Optional.of("Not blank.");
    }
    if (constraint instanceof Constraint.Digits digits) {
      return Optional.of(
          digits.fraction() == 0
              ? "At most " + counted(digits.integer(), "digit") + "."
              : "At most "
                  + counted(digits.integer(), "digit")
                  + " before and "
                  + digits.fraction()
                  + " after the decimal point.");
    }
    if (constraint instanceof Constraint.Matches matches) {
      return Optional.of("Matches `" + matches.regex() + "`.");
    }
    if (constraint instanceof Constraint.Email) {
      return Optional.of("An e-mail address.");
    }
    return constraint instanceof Constraint.Moment moment
        ? Optional.of(
            "In the "
                + (moment.future() ? "future" : "past")
                + (moment.present() ? ", or now." : "."))
        : Optional.empty();
  }
}
