package io.triglot.processor.model;

import java.util.List;

/**
 * A use of a type: what it is, whether it may be null, and how Java spells it.
 *
 * <p>{@link #nullable()} tells whether a value may be absent on the wire; of two uses of one type
 * it may hold for the one and not for the other.
 */
public sealed interface TypeRef {
  /** Whether a value may be absent: true for what is {@code @Nullable} or an Optional. */
  boolean nullable();

  /** Whether callers may leave a value out, which is something else than to give null. */
  static boolean isPatch(TypeRef type) {
    return type instanceof OptionalRef optional && optional.form().isPatch();
  }

  /** What a value travels as: the same, unless it is a {@link ConvertedRef}. */
  default TypeRef carrier() {
    return this;
  }

  /** The type of a value that is there: not nullable, and without an Optional around it. */
  TypeRef present();

  /** The type as a class in Java, whose values may or may not be absent. */
  static TypeRef boxed(TypeRef type, boolean nullable) {
    return type instanceof ScalarRef scalar
        ? new ScalarRef(scalar.scalar(), false, nullable)
        : type;
  }

  /**
   * A scalar.
   *
   * @param primitive whether Java spells it as a primitive type; then it is not nullable
   */
  record ScalarRef(Scalar scalar, boolean primitive, boolean nullable) implements TypeRef {
    @Override
    public ScalarRef present() {
      return new ScalarRef(scalar, primitive, false);
    }
  }

  /**
   * A scalar in a form of its own: in JSON only.
   *
   * @param scalar what it is in Java
   */
  record FormattedRef(ScalarRef scalar, JsonFormat format) implements TypeRef {
    @Override
    public boolean nullable() {
      return scalar.nullable();
    }

    @Override
    public FormattedRef present() {
      return new FormattedRef(scalar.present(), format);
    }
  }

  /** A type of {@link ApiModel#types()}: an object type or an enum. */
  record NamedRef(JavaName name, boolean nullable) implements TypeRef {
    @Override
    public NamedRef present() {
      return new NamedRef(name, false);
    }
  }

  /** Several values in order. */
  record ListRef(Container container, TypeRef element, boolean nullable) implements TypeRef {
    @Override
    public ListRef present() {
      return new ListRef(container, element, false);
    }
  }

  /**
   * Values by key. Keys are never null.
   *
   * @param key a scalar that {@link Scalar#isKey()}, or an enum
   */
  record MapRef(TypeRef key, TypeRef value, boolean nullable) implements TypeRef {
    @Override
    public MapRef present() {
      return new MapRef(key, value, false);
    }
  }

  /**
   * An optional.
   *
   * @param value not nullable in itself
   */
  record OptionalRef(TypeRef value, OptionalForm form) implements TypeRef {
    /** A {@code java.util.Optional}. */
    public OptionalRef(TypeRef value) {
      this(value, OptionalForm.OBJECT);
    }

    @Override
    public boolean nullable() {
      return true;
    }

    @Override
    public TypeRef present() {
      return value;
    }
  }

  /**
   * A type that has no form of its own in the contracts: its values travel as those of another.
   *
   * @param java the type in Java
   * @param carrier what the values travel as; nullable if the values are
   */
  record ConvertedRef(JavaType java, TypeRef carrier, Conversion conversion) implements TypeRef {
    @Override
    public boolean nullable() {
      return carrier.nullable();
    }

    @Override
    public ConvertedRef present() {
      return new ConvertedRef(java, carrier.present(), conversion);
    }
  }

  /** No value: {@code void} and, as a type argument, {@code Void}. Results only. */
  record VoidRef() implements TypeRef {
    @Override
    public boolean nullable() {
      return true;
    }

    @Override
    public VoidRef present() {
      return this;
    }
  }

  /** The Java class of an optional. */
  enum OptionalForm {
    OBJECT("java.util.Optional"),
    INT("java.util.OptionalInt"),
    LONG("java.util.OptionalLong"),
    DOUBLE("java.util.OptionalDouble"),
    /** A patch that can set a value, and not null. */
    PATCH("io.triglot.Patch"),
    /** A patch that can set a value, or null. */
    NULLABLE_PATCH("io.triglot.Patch");

    private final String javaClass;

    OptionalForm(String javaClass) {
      this.javaClass = javaClass;
    }

    /** The canonical name of the class. */
    public String javaClass() {
      return javaClass;
    }

    /** Whether to leave a value out is something else than to give null. */
    public boolean isPatch() {
      return this == PATCH || this == NULLABLE_PATCH;
    }

    /** Whether the class has a type argument. */
    public boolean isGeneric() {
      return this == OBJECT || isPatch();
    }
  }

  /** The spelling of a type in Java. */
  sealed interface JavaType {
    /** The spelling of a type. */
    static JavaType of(TypeRef type) {
      return type instanceof ConvertedRef converted ? converted.java() : new Same(type);
    }

    /** The type as it would be spelled by itself. */
    record Same(TypeRef type) implements JavaType {}

    /** An array. */
    record Array(JavaType element) implements JavaType {}

    /** As a type argument, this type or any below it: {@code ? extends Order}. */
    record Below(JavaType bound) implements JavaType {}

    /**
     * A class or interface.
     *
     * @param arguments its type arguments; empty for what is not generic
     */
    record Declared(JavaName name, List<JavaType> arguments) implements JavaType {
      /** Takes a copy of the list. */
      public Declared {
        arguments = List.copyOf(arguments);
      }
    }
  }

  /** The Java type that holds several values. */
  enum Container {
    LIST("java.util.List"),
    SET("java.util.Set"),
    COLLECTION("java.util.Collection"),
    ITERABLE("java.lang.Iterable");

    private final String javaClass;

    Container(String javaClass) {
      this.javaClass = javaClass;
    }

    /** The canonical name of the interface. */
    public String javaClass() {
      return javaClass;
    }
  }
}
