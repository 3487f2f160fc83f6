/** An application of Spring Boot that serves REST with Jersey and gRPC beside it. */
@org.jspecify.annotations.NullMarked
package io.triglot.hosts.spring;
