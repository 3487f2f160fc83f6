package io.triglot.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What callers of a service call the values that they send: the arguments of its operations, and
 * the properties of the objects in them. What is not told is called what Java calls it.
 *
 * <p>Immutable and thread-safe.
 */
public final class InputNames {
  /** Everything is called what Java calls it. */
  public static final InputNames JAVA = builder().build();

  private final Map<Key, InputName> names;

  private InputNames(Map<Key, InputName> names) {
    this.names = Map.copyOf(names);
  }

  /**
   * Whose name it is.
   *
   * @param owner an {@link OperationDescriptor#id()}, or the class that has the property or is the
   *     union
   */
  private record Key(Object owner, Object name) {}

  /** A builder that tells nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** The name of an argument, one of {@link OperationDescriptor#parameters()}. */
  public InputName argument(OperationDescriptor operation, String name) {
    return names.getOrDefault(new Key(operation.id(), name), InputName.of(name));
  }

  /**
   * The name of a property.
   *
   * @param type the class of an object that has it; what its superclasses and interfaces say of the
   *     property counts too
   */
  public InputName property(Class<?> type, String name) {
    InputName found = find(type, name);
    return found == null ? InputName.of(name) : found;
  }

  /** The name of a union's member; empty on all protocols where it has none. */
  public InputName member(Class<?> union, Class<?> type) {
    InputName found = find(type, union);
    return found == null ? InputName.of("") : found;
  }

  /** What is said of the class, or of the nearest above it. */
  private @Nullable InputName find(Class<?> type, Object name) {
    Deque<Class<?>> open = new ArrayDeque<>();
    Set<Class<?>> seen = new HashSet<>();
    open.add(type);
    while (!open.isEmpty()) {
      Class<?> next = open.removeFirst();
      InputName found = names.get(new Key(next, name));
      if (found != null) {
        return found;
      }
      if (seen.add(next)) {
        if (next.getSuperclass() != null) {
          open.addLast(next.getSuperclass());
        }
        open.addAll(Set.of(next.getInterfaces()));
      }
    }
    return null;
  }

  /** Collects names. Not thread-safe. */
  public static final class Builder {
    private final Map<Key, InputName> names = new HashMap<>();

    private Builder() {}

    /** Tells the name of an argument, one of {@link OperationDescriptor#parameters()}. */
    public Builder argument(OperationDescriptor operation, String argument, InputName name) {
      names.put(new Key(operation.id(), argument), name);
      return this;
    }

    /** Tells the name of a property, by what Java calls it. */
    public Builder property(Class<?> type, String property, InputName name) {
      names.put(new Key(type, property), name);
      return this;
    }

    /** Tells the name of a member of a union. */
    public Builder member(Class<?> union, Class<?> type, InputName name) {
      names.put(new Key(type, union), name);
      return this;
    }

    /** The names. */
    public InputNames build() {
      return new InputNames(names);
    }
  }
}
