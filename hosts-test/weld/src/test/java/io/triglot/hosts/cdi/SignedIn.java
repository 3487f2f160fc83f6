package io.triglot.hosts.cdi;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** For those who are signed in, as a filter finds out. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface SignedIn {}
