package io.triglot.runtime.security;

import io.triglot.runtime.Authenticator;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Knows a caller by the certificate that its connection has shown (mutual TLS). The transport has
 * verified it; who it stands for, the application says. A call without one is anonymous; one with a
 * certificate that stands for nobody is refused with {@link StatusCode#UNAUTHENTICATED} and the
 * reason {@code UNKNOWN_CERTIFICATE}, whatever it calls.
 *
 * <p>Behind a proxy that ends TLS, the connection is the proxy's. Immutable and thread-safe.
 */
public final class CertificateAuthenticator implements Authenticator {
  private final Function<ClientCertificate, Optional<Caller>> callers;

  private CertificateAuthenticator(Function<ClientCertificate, Optional<Caller>> callers) {
    this.callers = Objects.requireNonNull(callers, "callers");
  }

  /**
   * An authenticator.
   *
   * @param callers who a verified certificate stands for, with the roles; empty for nobody. Answers
   *     at once
   */
  public static CertificateAuthenticator of(Function<ClientCertificate, Optional<Caller>> callers) {
    return new CertificateAuthenticator(callers);
  }

  @Override
  public Optional<Caller> authenticate(CallRequest request) {
    return certificate(request).map(shown -> callers.apply(shown).orElseThrow(this::unknown));
  }

  @Override
  public boolean blocking() {
    return false;
  }

  private static Optional<ClientCertificate> certificate(CallRequest request) {
    return request
        .transport(SSLSession.class)
        .flatMap(CertificateAuthenticator::first)
        .filter(X509Certificate.class::isInstance)
        .map(first -> new ClientCertificate((X509Certificate) first));
  }

  private static Optional<Certificate> first(SSLSession session) {
    try {
      return List.of(session.getPeerCertificates()).stream().findFirst();
    } catch (SSLPeerUnverifiedException none) {
      return Optional.empty();
    }
  }

  private RuntimeException unknown() {
    return new Failure(
            StatusCode.UNAUTHENTICATED,
            "UNKNOWN_CERTIFICATE",
            "The certificate is not that of a caller",
            List.of(),
            Map.of())
        .asException();
  }
}
