package io.triglot.runtime.rest;

import java.util.List;

/**
 * The routes of one service. Each service that is offered on REST has one generated implementation,
 * named after the service's class with {@code Routes} appended, with a public constructor that
 * takes the service and a {@link io.triglot.runtime.Calls}.
 */
@FunctionalInterface
public interface RestBinding {
  /** The routes, sorted by path and method. */
  List<RestRoute> routes();
}
