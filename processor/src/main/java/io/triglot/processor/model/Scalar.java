package io.triglot.processor.model;

import java.util.Optional;

/** The scalar types, each with the Java class that it is and, for eight of them, its primitive. */
public enum Scalar {
  BOOLEAN("java.lang.Boolean", "boolean"),
  BYTE("java.lang.Byte", "byte"),
  SHORT("java.lang.Short", "short"),
  INT("java.lang.Integer", "int"),
  LONG("java.lang.Long", "long"),
  FLOAT("java.lang.Float", "float"),
  DOUBLE("java.lang.Double", "double"),
  CHAR("java.lang.Character", "char"),
  STRING("java.lang.String", ""),
  BYTES("byte[]", ""),
  BIG_DECIMAL("java.math.BigDecimal", ""),
  BIG_INTEGER("java.math.BigInteger", ""),
  UUID("java.util.UUID", ""),
  INSTANT("java.time.Instant", ""),
  DURATION("java.time.Duration", ""),
  LOCAL_DATE("java.time.LocalDate", "");

  private final String javaClass;
  private final String primitive;

  Scalar(String javaClass, String primitive) {
    this.javaClass = javaClass;
    this.primitive = primitive;
  }

  /** The canonical name of the class; {@code byte[]} for bytes. */
  public String javaClass() {
    return javaClass;
  }

  /** The primitive type, for scalars that have one. */
  public Optional<String> primitive() {
    return primitive.isEmpty() ? Optional.empty() : Optional.of(primitive);
  }
}
