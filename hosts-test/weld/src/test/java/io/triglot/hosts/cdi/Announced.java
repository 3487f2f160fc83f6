package io.triglot.hosts.cdi;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** An interceptor binding, like {@code @Transactional}. */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@interface Announced {}
