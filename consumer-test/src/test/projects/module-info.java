/** The shop of the README as a module: generated code uses the APIs of the three protocols. */
module com.acme.shop {
  requires io.triglot;
  requires io.triglot.runtime;
  requires com.google.protobuf;
  requires com.graphqljava;
  requires io.grpc;
  requires jakarta.ws.rs;
  requires static org.jspecify;

  exports com.acme.shop;
}
