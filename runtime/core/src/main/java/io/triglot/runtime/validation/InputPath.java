package io.triglot.runtime.validation;

import io.triglot.runtime.GivenValue;
import io.triglot.runtime.InputName;
import io.triglot.runtime.InputNames;
import io.triglot.runtime.Protocol;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A path that grows step by step, and the value that it has come to. Belongs to one violation; not
 * thread-safe.
 */
final class InputPath {
  /** A path travels in a header on gRPC; keys are a client's choice. */
  private static final int MAX_KEY_LENGTH = 64;

  private static final int MAX_LENGTH = 256;

  private final InputNames names;
  private final Protocol protocol;
  private final StringBuilder text = new StringBuilder();

  /** What the last step was to. */
  private InputName place = InputName.of("");

  /** What is around the names of an unwrapped object's members. */
  private String prefix = "";

  private String suffix = "";

  /** The value that the path has come to; null where that is not known. */
  private @Nullable Object value;

  InputPath(InputNames names, Protocol protocol) {
    this.names = names;
    this.protocol = protocol;
  }

  /** Begins with an argument. */
  void enter(InputName name, @Nullable Object argument) {
    go(name);
    value = argument;
  }

  /** Goes on to a property of the value. */
  void property(String property) {
    Object bean = held(value);
    boolean hidden = place.converted();
    if (!hidden && bean != null && place.union() != null) {
      append(names.member(place.union(), bean.getClass()).on(protocol));
    }
    InputName name =
        bean == null ? InputName.of(property) : names.property(bean.getClass(), property);
    if (!hidden) {
      go(name);
    }
    value = bean == null ? null : PropertyReader.read(bean, property);
  }

  /** What is in an optional or a patch; anything else is itself. */
  private static @Nullable Object held(@Nullable Object value) {
    if (value instanceof GivenValue<?> given) {
      return given.isPresent() ? GivenExtractor.orNull(given) : null;
    }
    if (value instanceof Optional<?> optional) {
      return optional.orElse(null);
    }
    return value;
  }

  /** Goes on to an element of the value, counted from 0. */
  void element(int index) {
    value = held(value);
    text.append('[').append(index).append(']');
    if (value instanceof List<?> list) {
      value = index < list.size() ? list.get(index) : null;
    } else if (value != null && value.getClass().isArray()) {
      value = index < Array.getLength(value) ? Array.get(value, index) : null;
    } else {
      value = null;
    }
  }

  /** Goes on to this element of the value, whose place has to be found. */
  void elementThatIs(@Nullable Object element) {
    value = held(value);
    int index = -1;
    if (value instanceof List<?> || value instanceof LinkedHashSet<?>) {
      index = indexOf((Collection<?>) value, element);
    }
    text.append('[').append(index < 0 ? "" : String.valueOf(index)).append(']');
    value = element;
  }

  /** Goes on to an element of the value, of which nothing is known. */
  void anyElement() {
    text.append("[]");
    value = null;
  }

  /**
   * Goes on to the value of a map's entry, or to its key. GraphQL has lists of entries; of a map
   * that is sorted otherwise than the request the position is not known any more.
   */
  void entry(Object key, boolean isKey) {
    value = held(value);
    Map<?, ?> map = value instanceof Map<?, ?> known ? known : Map.of();
    if (protocol == Protocol.GRAPHQL) {
      int index = map instanceof LinkedHashMap<?, ?> ? indexOf(map.keySet(), key) : -1;
      text.append('[').append(index < 0 ? told(key) : String.valueOf(index)).append(']');
      append(isKey ? "key" : "value");
    } else {
      append(told(key));
    }
    value = isKey ? key : map.get(key);
  }

  private String told(Object key) {
    String told =
        key instanceof Enum<?> constant
            ? names.property(constant.getDeclaringClass(), constant.name()).on(protocol)
            : String.valueOf(key);
    return told.length() <= MAX_KEY_LENGTH ? told : told.substring(0, MAX_KEY_LENGTH) + "…";
  }

  private void go(InputName name) {
    place = name;
    String own = name.on(protocol);
    if (!own.isEmpty()) {
      append(prefix + own + suffix);
    }
    boolean unwraps = protocol == Protocol.REST && own.isEmpty();
    prefix = unwraps ? prefix + name.prefix() : "";
    suffix = unwraps ? name.suffix() + suffix : "";
  }

  private void append(String name) {
    if (!name.isEmpty()) {
      text.append(text.length() == 0 ? "" : ".").append(name);
    }
  }

  private static int indexOf(Collection<?> elements, @Nullable Object wanted) {
    int index = 0;
    int equal = -1;
    for (Object element : elements) {
      if (element == wanted) {
        return index;
      }
      if (equal < 0 && element != null && element.equals(wanted)) {
        equal = index;
      }
      index++;
    }
    return equal;
  }

  /** The path as the caller knows it. */
  @Override
  public String toString() {
    return text.length() <= MAX_LENGTH ? text.toString() : text.substring(0, MAX_LENGTH) + "…";
  }
}
