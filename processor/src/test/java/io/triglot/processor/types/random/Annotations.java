package io.triglot.processor.types.random;

import io.triglot.processor.types.random.Model.Json;
import io.triglot.processor.types.random.Model.Presence;
import io.triglot.processor.types.random.Model.Property;
import io.triglot.processor.types.random.Model.Structure;
import io.triglot.processor.types.random.Model.Style;
import java.util.EnumSet;
import java.util.Set;

/** The annotations of Jackson's on the properties of a model. */
record Annotations(Model model) {
  private static final String PACKAGE = "@com.fasterxml.jackson.annotation.";
  private static final Set<Atom> NUMBERS =
      EnumSet.of(Atom.BYTE, Atom.SHORT, Atom.INT, Atom.LONG, Atom.BIG_DECIMAL, Atom.BIG_INTEGER);

  /** The annotation of a property, with a blank behind it; nothing where there is none. */
  String of(Structure type, Property property) {
    return switch (property.json()) {
      case NOTHING -> "";
      case INCLUDE -> included(type, property);
      case FORMAT -> format(property.use());
      case UNWRAPPED ->
          isUnwrapped(property)
              ? PACKAGE + "JsonUnwrapped(prefix = \"" + property.name() + "_\") "
              : "";
    };
  }

  /** What is left out is null, empty, or a number that a bean has of itself. */
  private static String included(Structure type, Property property) {
    String inclusion =
        switch (property.presence()) {
          case NULLABLE -> "NON_NULL";
          case OPTIONAL -> "NON_ABSENT";
          case REQUIRED -> isEmptiable(type, property.use()) ? "NON_DEFAULT" : "";
        };
    return inclusion.isEmpty()
        ? ""
        : PACKAGE
            + "JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include."
            + inclusion
            + ") ";
  }

  private static boolean isEmptiable(Structure type, Use use) {
    if (use instanceof Use.Single single) {
      boolean primitive = !single.atom().java().equals(single.atom().boxed());
      return primitive || single.atom() == Atom.STRING && type.style() != Style.BEAN;
    }
    return !(use instanceof Use.Named) && type.style() != Style.BEAN;
  }

  private static String format(Use use) {
    Atom atom = atom(use);
    if (atom == Atom.LOCAL_DATE) {
      return PACKAGE + "JsonFormat(pattern = \"dd.MM.uuuu\") ";
    }
    return NUMBERS.contains(atom)
        ? PACKAGE + "JsonFormat(shape = com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING) "
        : "";
  }

  private static Atom atom(Use use) {
    if (use instanceof Use.Several several) {
      return atom(several.element());
    }
    return use instanceof Use.Single single ? single.atom() : Atom.BOOLEAN;
  }

  /**
   * Jackson forgets prefixes around those of final classes, so that there is one at most, and does
   * not unwrap what tells its type.
   */
  private boolean isUnwrapped(Property property) {
    return property.json() == Json.UNWRAPPED
        && property.presence() == Presence.REQUIRED
        && property.use() instanceof Use.Named named
        && model.types().get(named.index()) instanceof Structure target
        && model.families(target).isEmpty()
        && target.properties().stream().noneMatch(this::isUnwrapped);
  }
}
