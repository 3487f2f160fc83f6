package io.triglot.processor.model;

/**
 * A REST route as the user wrote it.
 *
 * @param method the HTTP method, such as {@code GET}
 * @param path the path template, beginning with a slash, such as {@code /products/{id}}
 * @param origin the annotation value
 */
public record Route(String method, String path, Origin origin) {}
