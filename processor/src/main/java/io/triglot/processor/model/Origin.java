package io.triglot.processor.model;

/**
 * Where in the user's source something comes from. Opaque to all but the front end, which makes
 * origins, and the output, which points diagnostics and generated files at them.
 *
 * @param name the user's own name for it, such as {@code OrderService.createOrder}, for messages
 * @param handle what the output needs to find the place
 */
public record Origin(String name, Object handle) {
  @Override
  public String toString() {
    return name;
  }
}
