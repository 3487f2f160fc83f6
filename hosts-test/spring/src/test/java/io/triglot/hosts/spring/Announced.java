package io.triglot.hosts.spring;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A bean around whose methods the application has an interceptor. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Announced {}
