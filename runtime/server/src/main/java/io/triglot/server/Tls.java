package io.triglot.server;

import io.grpc.util.CertificateUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The server's certificate and private key. Immutable. */
public final class Tls {
  private final KeyManager[] keyManagers;

  private Tls(KeyManager[] keyManagers) {
    this.keyManagers = keyManagers;
  }

  /**
   * A certificate from PEM files, as certificate authorities and Kubernetes hand them out.
   *
   * @param certificateChain the server's certificate, then those that signed it
   * @param privateKey the key of the first certificate, in PKCS #8 and without a password
   * @throws IOException when a file cannot be read
   * @throws IllegalArgumentException when a file holds something else
   */
  public static Tls pem(Path certificateChain, Path privateKey) throws IOException {
    try (InputStream chain = Files.newInputStream(certificateChain);
        InputStream key = Files.newInputStream(privateKey)) {
      X509Certificate[] certificates = CertificateUtils.getX509Certificates(chain);
      PrivateKey secret = CertificateUtils.getPrivateKey(key);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", secret, new char[0], certificates);
      return of(store, new char[0]);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "Not a certificate chain and its PKCS #8 key in PEM: "
              + certificateChain
              + ", "
              + privateKey,
          e);
    }
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
    try {
      return of(KeyStore.getInstance(file.toFile(), password), password);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Not a key store with a certificate: " + file, e);
    }
  }

  private static Tls of(KeyStore store, char[] password) throws GeneralSecurityException {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, password);
    return new Tls(factory.getKeyManagers());
  }

  KeyManager[] keyManagers() {
    return keyManagers.clone();
  }

  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keyManagers, null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no TLS", e);
    }
  }
}
