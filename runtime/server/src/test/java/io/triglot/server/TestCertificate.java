package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that has signed itself, for localhost, made by the JDK's keytool.
 *
 * @param store its key store
 * @param chain the certificate in PEM
 * @param key its private key in PEM
 */
record TestCertificate(Path store, Path chain, Path key) {
  static final char[] PASSWORD = "changeit".toCharArray();

  static TestCertificate make(Path directory, String name) throws Exception {
    return make(directory, name, "CN=localhost", "dns:localhost,ip:127.0.0.1");
  }

  /** One of this subject with these alternative names. */
  static TestCertificate make(Path directory, String name, String subject, String alternatives)
      throws Exception {
    Path store = directory.resolve(name + ".p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        List.of(
            keytool,
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-dname",
            subject,
            "-ext",
            "SAN=" + alternatives,
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            "changeit");
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
    Path chain = directory.resolve(name + "-chain.pem");
    Path key = directory.resolve(name + "-key.pem");
    write(chain, "CERTIFICATE", keys.getCertificate("server").getEncoded());
    write(key, "PRIVATE KEY", keys.getKey("server", PASSWORD).getEncoded());
    return new TestCertificate(store, chain, key);
  }

  /** What a client needs that trusts this certificate and no other. */
  SSLContext trusting() throws GeneralSecurityException, IOException {
    return trusting(null);
  }

  /** The same for a client that has a certificate itself. */
  SSLContext trusting(KeyManager @Nullable [] keys) throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(
        "server", KeyStore.getInstance(store.toFile(), PASSWORD).getCertificate("server"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, factory.getTrustManagers(), null);
    return context;
  }

  private static void write(Path file, String kind, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        file,
        "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n",
        StandardCharsets.US_ASCII);
  }
}
