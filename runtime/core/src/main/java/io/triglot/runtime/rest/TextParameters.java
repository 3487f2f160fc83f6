package io.triglot.runtime.rest;

import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import io.triglot.runtime.rest.json.TextForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Values by names, as a query or a form has them ({@code application/x-www-form-urlencoded}).
 *
 * <p>Whatever cannot be bound is refused with a {@link CallException} that names the parameter, its
 * value and what was expected. Immutable.
 */
public final class TextParameters {
  private final Set<String> names;
  private final Function<String, @Nullable List<String>> texts;

  /**
   * Values by names.
   *
   * @param names those that there are
   * @param texts gives the texts of a name; null where it is absent
   */
  TextParameters(Set<String> names, Function<String, @Nullable List<String>> texts) {
    this.names = names;
    this.texts = texts;
  }

  static TextParameters parse(String encoded) {
    Map<String, List<String>> parsed = new LinkedHashMap<>();
    for (String pair : encoded.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode("", equals < 0 ? pair : pair.substring(0, equals));
        String value = decode(name, equals < 0 ? "" : pair.substring(equals + 1));
        parsed.computeIfAbsent(name, absent -> new ArrayList<>()).add(value);
      }
    }
    return new TextParameters(parsed.keySet(), parsed::get);
  }

  /** The texts of one name, as they came; null where it is absent. */
  @Nullable List<String> texts(String name) {
    return texts.apply(name);
  }

  /** A value, which must be there. */
  public <T> T field(String name, TextForm<T> form) {
    T value = fieldOrNull(name, form);
    if (value == null) {
      throw Failure.invalid(name, "is required; expected " + form.expectation()).asException();
    }
    return value;
  }

  /** The value of a field, or another one where it is absent. */
  public <T> T field(String name, TextForm<T> form, T otherwise) {
    T value = fieldOrNull(name, form);
    return value == null ? otherwise : value;
  }

  /** A value, or null where it is absent. */
  public <T> @Nullable T fieldOrNull(String name, TextForm<T> form) {
    List<String> values = texts.apply(name);
    if (values == null) {
      return null;
    }
    if (values.size() > 1) {
      throw Failure.invalid(name, "is given " + values.size() + " times; expected one value")
          .asException();
    }
    return form.read(name, values.get(0));
  }

  /** The values of one name; none where it is absent. */
  public <T> List<T> fieldList(String name, TextForm<T> form) {
    List<T> values = new ArrayList<>();
    for (String text : Objects.requireNonNullElse(texts.apply(name), List.<String>of())) {
      values.add(form.read(name + "[" + values.size() + "]", text));
    }
    return values;
  }

  /** The values of one name, or null where it is absent. */
  public <T> @Nullable List<T> fieldListOrNull(String name, TextForm<T> form) {
    return names.contains(name) ? fieldList(name, form) : null;
  }

  /** The distinct values of one name; none where it is absent. */
  public <T> Set<T> fieldSet(String name, TextForm<T> form) {
    return new LinkedHashSet<>(fieldList(name, form));
  }

  /** The distinct values of one name, or null where it is absent. */
  public <T> @Nullable Set<T> fieldSetOrNull(String name, TextForm<T> form) {
    return names.contains(name) ? fieldSet(name, form) : null;
  }

  /** Refuses other names than these. */
  void refuseOthers(List<String> known) {
    for (String name : names) {
      if (!known.contains(name)) {
        String remedy =
            known.isEmpty()
                ? "there are none here"
                : NearestName.of(name, known)
                    .map(near -> "did you mean " + near + "?")
                    .orElseGet(() -> "expected " + String.join(", ", new TreeSet<>(known)));
        throw Failure.invalid(name, "is no parameter of the query; " + remedy).asException();
      }
    }
  }

  private static String decode(String field, String encoded) {
    return decode(field, encoded, PercentEncoding::decodeQuery);
  }

  static String decode(String field, String encoded, UnaryOperator<String> decoder) {
    try {
      return decoder.apply(encoded);
    } catch (IllegalArgumentException e) {
      throw Failure.invalid(field, "expected percent-encoded UTF-8, got " + encoded).asException();
    }
  }
}
