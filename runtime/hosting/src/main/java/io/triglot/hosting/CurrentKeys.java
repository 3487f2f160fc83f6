package io.triglot.hosting;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The keys of new connections, which can be exchanged. A handshake asks three times; the alias that
 * it gets first tells which keys it began with, so that its certificate and private key always fit.
 * Thread-safe.
 */
final class CurrentKeys extends X509ExtendedKeyManager {
  private volatile Generation current;

  CurrentKeys(X509ExtendedKeyManager keys) {
    current = new Generation(0, keys, null);
  }

  /**
   * Keys with their number.
   *
   * @param previous those before, which a handshake may still be using
   */
  private record Generation(
      int number, X509ExtendedKeyManager keys, @Nullable Generation previous) {
    @Nullable String alias(@Nullable String chosen) {
      return chosen == null ? null : number + ":" + chosen;
    }

    boolean has(String alias) {
      return alias.startsWith(number + ":");
    }
  }

  /** Has handshakes that begin from now on use other keys. */
  synchronized void exchange(X509ExtendedKeyManager keys) {
    Generation last = new Generation(current.number(), current.keys(), null);
    current = new Generation(last.number() + 1, keys, last);
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    Generation chosen = current;
    return chosen.alias(chosen.keys().chooseEngineServerAlias(keyType, issuers, engine));
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    Generation chosen = current;
    return chosen.alias(chosen.keys().chooseServerAlias(keyType, issuers, socket));
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return keys(alias).getCertificateChain(inner(alias));
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return keys(alias).getPrivateKey(inner(alias));
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return null; // nobody browses
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }

  private X509ExtendedKeyManager keys(String alias) {
    Generation latest = current;
    Generation last = latest.previous();
    return last != null && last.has(alias) ? last.keys() : latest.keys();
  }

  private static String inner(String alias) {
    return alias.substring(alias.indexOf(':') + 1);
  }
}
