/** What users are told of. */
@NullMarked
package io.triglot.example.notifications;

import org.jspecify.annotations.NullMarked;
