package io.triglot.runtime.rest.json;

import io.triglot.runtime.Failure;
import io.triglot.runtime.rest.json.Expandable.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The batched fields that a caller asks for beside those of the result: names separated by commas,
 * those of other objects after the dot behind the field that leads there. Each is loaded once for
 * all parents of a result. Belongs to one call.
 */
public final class Expansion {
  /** How far names may lead; each step multiplies what is loaded. */
  private static final int DEPTH = 5;

  private final Expandable<?> known;
  private final Chosen chosen;
  private final List<String[]> paths;

  private Expansion(Expandable<?> known, Chosen chosen, List<String[]> paths) {
    this.known = known;
    this.chosen = chosen;
    this.paths = paths;
  }

  /**
   * Reads what a caller asks for.
   *
   * @param parameter the name of the parameter
   * @param texts its values; null where the caller asks for none
   * @throws io.triglot.runtime.CallException INVALID_ARGUMENT with the name that is not known
   */
  public static Expansion of(String parameter, @Nullable List<String> texts, Expandable<?> known) {
    Chosen chosen = new Chosen();
    List<String[]> paths = new ArrayList<>();
    for (String text : texts == null ? List.<String>of() : texts) {
      for (String path : text.split(",", -1)) {
        paths.add(choose(chosen, parameter, path, known));
      }
    }
    return new Expansion(known, chosen, paths);
  }

  private static String[] choose(Chosen into, String parameter, String path, Expandable<?> known) {
    String[] names = path.split("\\.", -1);
    if (names.length > DEPTH) {
      throw refused(parameter, path + " leads further than " + DEPTH + " names");
    }
    Chosen object = into;
    Expandable<?> fields = known;
    for (int i = 0; i < names.length; i++) {
      Step step = fields == null ? null : fields.step(names[i]);
      if (step == null) {
        String expected =
            fields == null || fields.names().isEmpty()
                ? path + " leads into what has nothing to be expanded"
                : "expected some of " + String.join(", ", fields.names()) + ", got " + path;
        throw refused(parameter, expected);
      }
      object = object.members.computeIfAbsent(names[i], any -> new Chosen());
      fields = step.inside().get();
      if (i == names.length - 1 && step.writer() == null) {
        throw refused(
            parameter,
            path + " is there without being expanded; expected one of the fields inside");
      }
    }
    return names;
  }

  private static RuntimeException refused(String parameter, String problem) {
    return Failure.invalid(parameter, problem).asException();
  }

  /** Whether the caller asks for none. */
  public boolean isEmpty() {
    return chosen.members.isEmpty();
  }

  /** Whether a version tells all of an answer: that of the result, not of what is beside it. */
  public @Nullable Object version(@Nullable Object version) {
    return isEmpty() ? version : null;
  }

  /**
   * Loads what the caller asks for.
   *
   * @return a writer of the result with it
   */
  public <T extends @Nullable Object> JsonWriter.Value<T> of(T result, JsonWriter.Value<T> writer) {
    if (isEmpty()) {
      return writer;
    }
    Map<Object, Map<String, Added>> added = new IdentityHashMap<>();
    load(result, known, chosen, added);
    return (out, value) -> out.expanding(added, writer, value);
  }

  private static void load(
      @Nullable Object values,
      Expandable<?> known,
      Chosen chosen,
      Map<Object, Map<String, Added>> added) {
    List<Object> parents = Values.objects(values);
    if (parents.isEmpty()) {
      return;
    }
    chosen.members.forEach(
        (name, inner) -> {
          Step step = Optional.ofNullable(known.step(name)).orElseThrow();
          List<? extends @Nullable Object> children = step.values().apply(parents);
          JsonWriter.Value<Object> writer = step.writer();
          for (int i = 0; writer != null && i < parents.size(); i++) {
            added
                .computeIfAbsent(parents.get(i), parent -> new LinkedHashMap<>())
                .putIfAbsent(name, new Added(children.get(i), writer));
          }
          Expandable<?> inside = step.inside().get();
          if (inside != null) {
            load(children, inside, inner, added);
          }
        });
  }

  /** The paths of names. */
  List<String[]> paths() {
    return paths;
  }

  /** A member that an object gets. */
  record Added(@Nullable Object value, JsonWriter.Value<Object> writer) {
    @SuppressWarnings("NullAway") // writers of what may be null take it
    void write(JsonWriter out, String name) throws IOException {
      writer.write(out.name(name), value);
    }
  }

  /** What is asked for in an object. */
  private static final class Chosen {
    private final Map<String, Chosen> members = new LinkedHashMap<>();
  }
}
