package io.triglot.processor.types.random;

import io.triglot.processor.types.random.Model.Choice;
import io.triglot.processor.types.random.Model.Family;
import io.triglot.processor.types.random.Model.Presence;
import io.triglot.processor.types.random.Model.Property;
import io.triglot.processor.types.random.Model.Structure;
import io.triglot.processor.types.random.Model.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes random values of a model's types, as they were compiled. */
record Values(Model model, ClassLoader loader, Random random) {
  private static final int DEPTH = 3;

  Object of(Structure type) {
    return structure(type, 0);
  }

  private Object structure(Structure type, int depth) {
    List<Property> properties = type.properties();
    @Nullable Object[] values =
        properties.stream().map(property -> value(property, depth)).toArray();
    try {
      Class<?> made = Class.forName(ModelSources.PACKAGE + "." + type.name(), true, loader);
      if (type.style() != Style.BEAN) {
        return made.getConstructors()[0].newInstance(values);
      }
      Object bean = made.getConstructor().newInstance();
      for (int i = 0; i < values.length; i++) {
        String setter = "set" + ModelSources.capital(properties.get(i));
        Stream.of(made.getMethods())
            .filter(method -> method.getName().equals(setter))
            .findFirst()
            .orElseThrow()
            .invoke(bean, values[i]);
      }
      return bean;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private @Nullable Object value(Property property, int depth) {
    if (property.presence() == Presence.REQUIRED) {
      return value(property.use(), depth);
    }
    boolean absent = depth > DEPTH || random.nextInt(3) == 0;
    Object value = absent ? null : value(property.use(), depth);
    return property.presence() == Presence.OPTIONAL ? Optional.ofNullable(value) : value;
  }

  private Object value(Use use, int depth) {
    if (use instanceof Use.Single single) {
      return single.atom().value(random);
    }
    if (use instanceof Use.Named named) {
      Model.Type type = model.types().get(named.index());
      if (type instanceof Family family) {
        List<Structure> members = model.members(family);
        return structure(members.get(random.nextInt(members.size())), depth + 2);
      }
      return type instanceof Structure structure
          ? structure(structure, depth + 1)
          : constant((Choice) type);
    }
    if (use instanceof Use.Several several) {
      return new ArrayList<>(some(() -> value(several.element(), depth), depth));
    }
    if (use instanceof Use.Distinct distinct) {
      return new LinkedHashSet<>(some(() -> value(distinct.element(), depth), depth));
    }
    Use.Keyed keyed = (Use.Keyed) use;
    Map<Object, Object> map = new LinkedHashMap<>();
    some(() -> keyed.key().value(random), depth)
        .forEach(key -> map.put(key, value(keyed.value(), depth)));
    return map;
  }

  private List<Object> some(Supplier<Object> values, int depth) {
    int count = depth > DEPTH ? 0 : random.nextInt(4);
    return IntStream.range(0, count).mapToObj(i -> values.get()).toList();
  }

  private Object constant(Choice choice) {
    try {
      Object[] constants =
          Class.forName(ModelSources.PACKAGE + "." + choice.name(), true, loader)
              .getEnumConstants();
      return constants[random.nextInt(constants.length)];
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
