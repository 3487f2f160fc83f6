/**
 * The server's pages for people: the start page and the GraphQL explorer, which work without a
 * network, and the files that they are made of. Used by the server only; not part of its API.
 */
@NullMarked
package io.triglot.server.page;

import org.jspecify.annotations.NullMarked;
