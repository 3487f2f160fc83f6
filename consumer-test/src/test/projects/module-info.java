/** The shop of the README as a module. */
module com.acme.shop {
  requires io.triglot;

  exports com.acme.shop;
}
