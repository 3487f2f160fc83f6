/**
 * A payment provider like those that others run: a process of its own, of which the shop knows
 * nothing but its REST API and its webhooks.
 */
@NullMarked
package io.triglot.example.provider;

import org.jspecify.annotations.NullMarked;
