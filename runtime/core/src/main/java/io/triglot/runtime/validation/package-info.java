/**
 * Jakarta Validation in the chain of every call: arguments before the method runs, results before
 * they leave. Needs the API and a provider on the class path, which an application adds itself;
 * nothing else in the runtime names them.
 */
@NullMarked
package io.triglot.runtime.validation;

import org.jspecify.annotations.NullMarked;
