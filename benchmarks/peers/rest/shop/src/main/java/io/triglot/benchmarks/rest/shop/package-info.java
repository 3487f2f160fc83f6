/** What the servers of the comparison serve: records, and a shop with their values. */
@NullMarked
package io.triglot.benchmarks.rest.shop;

import org.jspecify.annotations.NullMarked;
