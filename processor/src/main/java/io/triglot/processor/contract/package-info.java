/**
 * What a module's services have said in earlier compilations: read from the holders in the class
 * output, so that compiling one class leaves the module's documents whole.
 */
@NullMarked
package io.triglot.processor.contract;

import org.jspecify.annotations.NullMarked;
