package io.triglot.benchmarks.rest.jersey;

import java.net.URI;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;

/** The process of Jersey on Grizzly: takes its port. */
final class Main {
  private Main() {}

  /** Serves until it is ended. */
  public static void main(String[] arguments) {
    GrizzlyHttpServerFactory.createHttpServer(
        URI.create("http://127.0.0.1:" + arguments[0] + "/"),
        new ResourceConfig(ShopResource.class, JacksonFeature.class));
  }
}
