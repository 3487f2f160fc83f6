/** What customers pay, by a provider that other people run. */
@NullMarked
package io.triglot.example.payments;

import org.jspecify.annotations.NullMarked;
