package io.triglot.benchmarks.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.triglot.benchmarks.shop.HttpCalls;
import org.eclipse.jetty.client.Request;

/** What every server is asked. */
enum Question {
  GET_ONE("GET by id"),
  GET_LIST("GET list of 50"),
  POST("POST");

  private static final byte[] ORDER = "{\"productId\":\"7\",\"quantity\":3}".getBytes(UTF_8);

  private final String title;

  Question(String title) {
    this.title = title;
  }

  /** The request, below a path. */
  Request request(HttpCalls calls, String below) {
    return switch (this) {
      case GET_ONE -> calls.get(below + "/products/7");
      case GET_LIST -> calls.get(below + "/products");
      case POST -> calls.post(below + "/orders", ORDER);
    };
  }

  @Override
  public String toString() {
    return title;
  }
}
