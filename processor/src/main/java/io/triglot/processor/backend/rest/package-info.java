/**
 * The REST back end: lowers the model to resources with their methods, checks them, and writes from
 * that one tree the direct routes, the {@code jakarta.ws.rs} resource class, the JSON codecs and
 * the OpenAPI description.
 */
@NullMarked
package io.triglot.processor.backend.rest;

import org.jspecify.annotations.NullMarked;
