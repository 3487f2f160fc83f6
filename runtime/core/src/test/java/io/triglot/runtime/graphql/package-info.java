/** Tests of GraphQL's transports and execution, with a binding written as generated ones are. */
@NullMarked
package io.triglot.runtime.graphql;

import org.jspecify.annotations.NullMarked;
