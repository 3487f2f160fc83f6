/**
 * Triglot as its users meet it: separate Maven projects, built on several JDKs from what the README
 * says and the jars of this build, and called on all three protocols.
 */
@NullMarked
package io.triglot.consumer;

import org.jspecify.annotations.NullMarked;
