package io.triglot.processor.backend.grpc;

/**
 * The name of a message, an enum or a service.
 *
 * @param packageName such as {@code acme.shop.v1}
 * @param simple such as {@code Product}
 */
record ProtoName(String packageName, String simple) {
  /** The full name, {@code acme.shop.v1.Product}. */
  String full() {
    return packageName + "." + simple;
  }

  /** The file that the type has for itself, {@code acme/shop/v1/product.proto}. */
  String path() {
    return packageName.replace('.', '/') + "/" + ProtoNames.snake(simple) + ".proto";
  }

  /**
   * How a file of another or the same package refers to it. protobuf looks a name up from the
   * inside out: in a package {@code x.acme.v1}, {@code acme.shop} is taken for {@code x.acme.shop},
   * unless a dot in front says that the name is whole.
   */
  String from(String referringPackage) {
    if (packageName.equals(referringPackage)) {
      return simple;
    }
    String first = packageName.split("\\.")[0];
    int beyondFirst = referringPackage.indexOf('.');
    boolean misleading =
        beyondFirst >= 0
            && (referringPackage.substring(beyondFirst) + ".").contains("." + first + ".");
    return misleading ? "." + full() : full();
  }
}
