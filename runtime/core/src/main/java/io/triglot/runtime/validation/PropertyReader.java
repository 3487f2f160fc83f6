package io.triglot.runtime.validation;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the properties of objects that were found to be invalid, to see of which class what is in
 * them is: the components of records, and as Jakarta Validation does, getters and fields.
 */
final class PropertyReader {
  private PropertyReader() {}

  /** The value of a property; null also where it cannot be read. */
  static @Nullable Object read(Object bean, String property) {
    try {
      Optional<Method> method = method(bean.getClass(), property);
      if (method.isPresent()) {
        return method.get().invoke(bean);
      }
      Optional<Field> field = field(bean.getClass(), property);
      return field.isPresent() ? field.get().get(bean) : null;
    } catch (ReflectiveOperationException unreadable) {
      return null;
    }
  }

  private static Optional<Method> method(Class<?> type, String property) {
    Stream<Method> methods =
        type.isRecord()
            ? Stream.of(type.getRecordComponents())
                .filter(component -> component.getName().equals(property))
                .map(RecordComponent::getAccessor)
            : Stream.of(type.getMethods())
                .filter(method -> method.getParameterCount() == 0)
                .filter(method -> isGetter(method.getName(), property));
    return methods.filter(Method::trySetAccessible).findFirst();
  }

  private static boolean isGetter(String name, String property) {
    String capitalized = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
    return name.equals("get" + capitalized) || name.equals("is" + capitalized);
  }

  private static Optional<Field> field(Class<?> type, String name) {
    return Stream.<Class<?>>iterate(type, each -> each != null, Class::getSuperclass)
        .flatMap(each -> Stream.of(each.getDeclaredFields()))
        .filter(field -> field.getName().equals(name))
        .filter(Field::trySetAccessible)
        .findFirst();
  }
}
