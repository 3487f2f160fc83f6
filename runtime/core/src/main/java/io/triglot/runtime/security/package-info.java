/**
 * Authenticators that are ready for use: JSON Web Tokens and API keys.
 *
 * <p>{@link io.triglot.runtime.security.JwtAuthenticator} needs {@code
 * com.nimbusds:nimbus-jose-jwt}, an optional dependency, on the class path.
 */
@NullMarked
package io.triglot.runtime.security;

import org.jspecify.annotations.NullMarked;
