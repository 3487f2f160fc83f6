/** Tests of the back end for GraphQL. */
@NullMarked
package io.triglot.processor.backend.graphql;

import org.jspecify.annotations.NullMarked;
