package io.triglot.server.notes;

import io.triglot.ApiType;

/**
 * Something to remember.
 *
 * @param id its name
 * @param text what it says
 */
@ApiType
public record Note(String id, String text) {}
