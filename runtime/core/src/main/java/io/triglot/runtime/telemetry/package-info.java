/**
 * Ready observers of calls: traces by OpenTelemetry, metrics by Micrometer. Each needs its library
 * on the class path, which an application that uses it adds itself; nothing else needs this
 * package.
 */
@NullMarked
package io.triglot.runtime.telemetry;

import org.jspecify.annotations.NullMarked;
