/** What users tell each other. */
@NullMarked
package io.triglot.example.posts;

import org.jspecify.annotations.NullMarked;
