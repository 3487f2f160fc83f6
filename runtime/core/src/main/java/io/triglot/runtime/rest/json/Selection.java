package io.triglot.runtime.rest.json;

import com.fasterxml.jackson.core.filter.TokenFilter;
import io.triglot.runtime.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a result that a caller asks for: names separated by commas, those inside of an
 * object after a dot. What a list has is asked of each element. Belongs to one call.
 */
public final class Selection {
  private static final Selection ALL = new Selection(null);

  /** Null where all are asked for. */
  private final @Nullable Chosen chosen;

  private Selection(@Nullable Chosen chosen) {
    this.chosen = chosen;
  }

  /**
   * Reads what a caller asks for.
   *
   * @param parameter the name of the parameter
   * @param texts its values; null where the caller asks for all
   * @throws io.triglot.runtime.CallException INVALID_ARGUMENT with the name that is not known
   */
  public static Selection of(String parameter, @Nullable List<String> texts, JsonFields known) {
    if (texts == null) {
      return ALL;
    }
    Chosen chosen = new Chosen();
    for (String text : texts) {
      for (String path : text.split(",", -1)) {
        choose(chosen, parameter, path, known);
      }
    }
    return new Selection(chosen);
  }

  private static void choose(Chosen into, String parameter, String path, JsonFields known) {
    Chosen object = into;
    JsonFields fields = known;
    String[] names = path.split("\\.", -1);
    for (int i = 0; i < names.length; i++) {
      if (fields == null || !fields.has(names[i])) {
        throw Failure.invalid(
                parameter,
                fields == null
                    ? path + " leads into what has no fields"
                    : "expected some of " + String.join(", ", fields.names()) + ", got " + path)
            .asException();
      }
      object = object.in(names[i], i == names.length - 1);
      fields = fields.in(names[i]);
    }
  }

  /** The same with what a caller asks for beside the fields. */
  public Selection with(Expansion expansion) {
    if (chosen != null) {
      for (String[] path : expansion.paths()) {
        Chosen object = chosen;
        for (int i = 0; i < path.length; i++) {
          object = object.in(path[i], i == path.length - 1);
        }
      }
    }
    return this;
  }

  /** A writer of what is asked for, of all that the given one writes. */
  public <T> JsonWriter.Value<T> of(JsonWriter.Value<T> writer) {
    return chosen == null ? writer : (out, value) -> writer.write(out.selecting(chosen), value);
  }

  /** The members of an object that are asked for. */
  private static final class Chosen extends TokenFilter {
    private final Map<String, Chosen> members = new LinkedHashMap<>();
    private boolean whole;

    /** What is asked for in a member. */
    Chosen in(String name, boolean whole) {
      Chosen member = members.computeIfAbsent(name, any -> new Chosen());
      member.whole |= whole;
      return member;
    }

    @Override
    public @Nullable TokenFilter includeProperty(String name) {
      Chosen member = members.get(name);
      return member != null && member.whole ? INCLUDE_ALL : member;
    }

    @Override
    protected boolean _includeScalar() {
      return true; // null in the place of an object
    }

    @Override
    public boolean includeEmptyObject(boolean contentsFiltered) {
      return true;
    }

    @Override
    public boolean includeEmptyArray(boolean contentsFiltered) {
      return true;
    }
  }
}
