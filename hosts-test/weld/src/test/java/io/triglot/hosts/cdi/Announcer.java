package io.triglot.hosts.cdi;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Stands around the methods of beans that are {@link Announced}. */
@Announced
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class Announcer {
  @AroundInvoke
  Object announce(InvocationContext call) throws Exception {
    return "Announcing " + call.proceed();
  }
}
