package io.triglot.hosting;

import io.grpc.util.CertificateUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * The files that hold a certificate and its private key.
 *
 * @param paths the files
 * @param kind what they should hold, for messages
 * @param reader reads them
 */
record KeyFiles(List<Path> paths, String kind, Reader reader) {
  /** Makes keys of what the files hold. */
  interface Reader {
    X509ExtendedKeyManager read() throws GeneralSecurityException, IOException;
  }

  static KeyFiles pem(Path certificateChain, Path privateKey) {
    return new KeyFiles(
        List.of(certificateChain, privateKey),
        "a certificate chain and its PKCS #8 key in PEM",
        () -> readPem(certificateChain, privateKey));
  }

  static KeyFiles keyStore(Path file, char[] password) {
    return new KeyFiles(
        List.of(file),
        "a key store with a certificate",
        () -> keys(KeyStore.getInstance(file.toFile(), password), password));
  }

  /**
   * The keys that the files hold.
   *
   * @throws IOException when a file cannot be read
   * @throws IllegalArgumentException when a file holds something else
   */
  X509ExtendedKeyManager read() throws IOException {
    try {
      return reader.read();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Not " + kind + ": " + this, e);
    }
  }

  /** What changes when the contents change. */
  byte[] digest() throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path path : paths) {
        digest.update(Files.readAllBytes(path));
      }
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return String.join(", ", paths.stream().map(Path::toString).toList());
  }

  private static X509ExtendedKeyManager readPem(Path certificateChain, Path privateKey)
      throws GeneralSecurityException, IOException {
    try (InputStream chain = Files.newInputStream(certificateChain);
        InputStream key = Files.newInputStream(privateKey)) {
      X509Certificate[] certificates = CertificateUtils.getX509Certificates(chain);
      PrivateKey secret = CertificateUtils.getPrivateKey(key);
      if (certificates.length == 0) {
        throw new InvalidKeyException("There is no certificate in " + certificateChain);
      }
      requirePair(secret, certificates[0].getPublicKey());
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", secret, new char[0], certificates);
      return keys(store, new char[0]);
    }
  }

  private static X509ExtendedKeyManager keys(KeyStore store, char[] password)
      throws GeneralSecurityException {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, password);
    for (KeyManager manager : factory.getKeyManagers()) {
      if (manager instanceof X509ExtendedKeyManager keys) {
        return keys;
      }
    }
    throw new IllegalStateException("This JDK has no keys for TLS");
  }

  /** Two files are not replaced in one moment: what the one signs, the other must confirm. */
  private static void requirePair(PrivateKey secret, PublicKey known)
      throws GeneralSecurityException {
    String algorithm = secret.getAlgorithm();
    Signature signature =
        Signature.getInstance(
            switch (algorithm) {
              case "RSA" -> "SHA256withRSA";
              case "EC" -> "SHA256withECDSA";
              default -> algorithm;
            });
    byte[] sample = {1, 2, 3};
    signature.initSign(secret);
    signature.update(sample);
    byte[] signed = signature.sign();
    signature.initVerify(known);
    signature.update(sample);
    if (!signature.verify(signed)) {
      throw new InvalidKeyException("The private key is that of another certificate");
    }
  }
}
