/** Builds projects of their own against the artifacts of this build, as a user would. */
package io.triglot.consumer;
