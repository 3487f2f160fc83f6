package io.triglot.runtime;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/**
 * Finds what the processor generated for a class, by its name: there is no index that a partial
 * compilation could tear. Used at start only, never on the call path.
 */
final class GeneratedClasses {
  private GeneratedClasses() {}

  /** The class generated for {@code origin} with this suffix, from the same loader and package. */
  static Optional<Class<?>> find(Class<?> origin, String suffix) {
    String name = nameOf(origin, suffix);
    try {
      return Optional.of(Class.forName(name, true, origin.getClassLoader()));
    } catch (ClassNotFoundException absent) {
      return Optional.empty();
    }
  }

  /** {@code com.acme.Outer.Inner} with suffix {@code Grpc} has {@code com.acme.Outer_InnerGrpc}. */
  static String nameOf(Class<?> origin, String suffix) {
    String qualified = origin.getName();
    int simple = qualified.lastIndexOf('.') + 1;
    return qualified.substring(0, simple) + qualified.substring(simple).replace('$', '_') + suffix;
  }

  /** An instance made by the only public constructor. */
  static Object instantiate(Class<?> generated, Object... arguments) {
    try {
      Constructor<?> constructor = generated.getConstructors()[0];
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalStateException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(generated.getName() + " could not be made", e.getCause());
    } catch (ReflectiveOperationException e) {
      String module = generated.getModule().isNamed() ? generated.getModule().getName() : "";
      throw new IllegalStateException(
          module.isEmpty()
              ? generated.getName() + " could not be made"
              : "Module "
                  + module
                  + " does not let Triglot see its generated classes. Add to module-info.java:"
                  + " exports "
                  + generated.getPackageName()
                  + ";",
          e);
    }
  }
}
