package com.acme.orders;

import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;

/** The application. */
public class OrdersServer implements AutoCloseable {
  private final HttpServer http;

  public OrdersServer(URI address) {
    Tokens tokens = new Tokens();
    ResourceConfig rest =
        new ResourceConfig(OrderResource.class)
            .registerClasses(TokenFilter.class, OrderNotFoundMapper.class)
            .registerClasses(JacksonFeature.class, JsonSettings.class)
            .register(
                new AbstractBinder() {
                  @Override
                  protected void configure() {
                    bind(new OrderStore()).to(OrderStore.class);
                    bind(tokens).to(Tokens.class);
                  }
                });
    http = GrizzlyHttpServerFactory.createHttpServer(address, rest);
  }

  public int port() {
    return http.getListener("grizzly").getPort();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
