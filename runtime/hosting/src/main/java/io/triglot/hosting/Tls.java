package io.triglot.hosting;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's certificate and private key, from files.
 *
 * <p>A running server looks at the files every second: when they have changed, new connections get
 * the new certificate, and open ones live on. Files that cannot be used leave the certificate as it
 * is, with a warning in the log. Thread-safe.
 */
public final class Tls {
  private static final Logger log = LoggerFactory.getLogger(Tls.class);

  private static final byte[] UNREADABLE = {};

  private final KeyFiles files;
  private final CurrentKeys keys;
  private byte[] seen;
  private volatile @Nullable ClientTrust clients;

  private Tls(KeyFiles files) throws IOException {
    this.files = files;
    seen = files.digest();
    keys = new CurrentKeys(files.read());
  }

  /**
   * A certificate from PEM files, as certificate authorities and Kubernetes hand them out.
   *
   * @param certificateChain the server's certificate, then those that signed it
   * @param privateKey the key of the first certificate, in PKCS #8 and without a password
   * @throws IOException when a file cannot be read
   * @throws IllegalArgumentException when a file holds something else, or the key is that of
   *     another certificate
   */
  public static Tls pem(Path certificateChain, Path privateKey) throws IOException {
    return new Tls(KeyFiles.pem(certificateChain, privateKey));
  }

  /**
   * A certificate from a key store in PKCS #12 or JKS.
   *
   * @param file the key store, which holds one private key with its chain
   * @param password the password of the store and of the key
   * @throws IOException when the file cannot be read, or with another password
   * @throws IllegalArgumentException when the file holds something else
   */
  public static Tls keyStore(Path file, char[] password) throws IOException {
    return new Tls(KeyFiles.keyStore(file, password.clone()));
  }

  /**
   * Has every client show a certificate, on every port: who has none, or one of another authority,
   * gets no connection. Who it is, {@link io.triglot.runtime.security.CertificateAuthenticator}
   * finds out.
   *
   * @param authorities the certificates of the authorities that sign those of clients, in PEM
   * @return this
   * @throws IOException when the file cannot be read
   * @throws IllegalArgumentException when the file holds something else
   */
  public Tls requireClientCertificates(Path authorities) throws IOException {
    clients = ClientTrust.pem(authorities, true);
    return this;
  }

  /**
   * The same for clients that have a certificate; those without one are anonymous, or known by
   * something else.
   */
  public Tls acceptClientCertificates(Path authorities) throws IOException {
    clients = ClientTrust.pem(authorities, false);
    return this;
  }

  /**
   * Reads the files again, for an application that knows that they have changed and does not want
   * to wait. Connections that begin from now on get what they hold.
   *
   * @throws IOException when a file cannot be read; the certificate stays as it was
   * @throws IllegalArgumentException when a file holds something else; the certificate stays
   */
  public synchronized void reload() throws IOException {
    seen = files.digest();
    keys.exchange(files.read());
    log.info("New connections get the certificate that is now in {}", files);
  }

  /** Reads the files again if they have changed; says once in the log why it cannot. */
  public synchronized void reloadIfChanged() {
    byte[] before = seen;
    try {
      if (!MessageDigest.isEqual(before, files.digest())) {
        reload();
      }
    } catch (IOException | IllegalArgumentException e) {
      if (seen == before) { // not even readable
        seen = UNREADABLE;
      }
      if (seen != before) {
        log.warn("The certificate stays as it was, because {} cannot be used", files, e);
      }
    }
  }

  KeyManager[] keyManagers() {
    return new KeyManager[] {keys};
  }

  /** Which certificates of clients are taken; empty where they are not asked for any. */
  Optional<ClientTrust> clients() {
    return Optional.ofNullable(clients);
  }

  /** Whether clients must show a certificate, or may. */
  public SSLParameters parameters() {
    SSLParameters parameters = new SSLParameters();
    clients()
        .ifPresent(
            clients -> {
              if (clients.needed()) {
                parameters.setNeedClientAuth(true);
              } else {
                parameters.setWantClientAuth(true);
              }
            });
    return parameters;
  }

  /** What encrypts new connections. */
  public SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keyManagers(), clients().map(ClientTrust::managers).orElse(null), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no TLS", e);
    }
  }
}
