package io.triglot.hosting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Which certificates of clients are taken.
 *
 * @param managers judge them
 * @param needed whether a client must have one
 */
record ClientTrust(TrustManager[] managers, boolean needed) {

  /** Trusts what was signed by one of the certificates of a PEM file. */
  static ClientTrust pem(Path authorities, boolean needed) throws IOException {
    try (InputStream content = Files.newInputStream(authorities)) {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      for (Certificate authority :
          CertificateFactory.getInstance("X.509").generateCertificates(content)) {
        trusted.setCertificateEntry("authority" + trusted.size(), authority);
      }
      if (trusted.size() == 0) {
        throw new IllegalArgumentException("No certificate in PEM: " + authorities);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trusted);
      return new ClientTrust(factory.getTrustManagers(), needed);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Not certificates in PEM: " + authorities, e);
    }
  }
}
