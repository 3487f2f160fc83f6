/** The shop on Spring Boot and Tomcat. */
@NullMarked
package io.triglot.benchmarks.rest.spring;

import org.jspecify.annotations.NullMarked;
