package io.triglot.server.library;

import io.triglot.ApiType;

/**
 * Something to read.
 *
 * @param id its number
 * @param title its name
 */
@ApiType
public record Book(String id, String title) {}
