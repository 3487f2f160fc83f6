package io.triglot.runtime.security;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * The certificate of a client, which its connection has verified, and the names in it (RFC 5280).
 *
 * @param certificate the certificate itself
 */
public record ClientCertificate(X509Certificate certificate) {
  /** The subject as text (RFC 2253), such as {@code CN=orders,O=Acme}. */
  public String subject() {
    return certificate.getSubjectX500Principal().getName(X500Principal.RFC2253);
  }

  /** The first common name of the subject, if it has one. */
  public Optional<String> commonName() {
    try {
      return new LdapName(subject())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(Rdn::getValue)
              .map(Object::toString)
              .findFirst();
    } catch (InvalidNameException e) {
      throw new IllegalStateException("The JDK's own text of a name is one", e);
    }
  }

  /** The DNS names among the subject's alternative names. */
  public List<String> dnsNames() {
    return alternativeNames(2);
  }

  /** The URIs among the subject's alternative names, such as a SPIFFE ID. */
  public List<String> uris() {
    return alternativeNames(6);
  }

  /** The mail addresses among the subject's alternative names. */
  public List<String> emailAddresses() {
    return alternativeNames(1);
  }

  /** The names of a kind, as {@link X509Certificate#getSubjectAlternativeNames} numbers them. */
  private List<String> alternativeNames(int kind) {
    Collection<List<?>> names;
    try {
      names = certificate.getSubjectAlternativeNames();
    } catch (CertificateParsingException e) {
      return List.of();
    }
    return names == null
        ? List.of()
        : names.stream()
            .filter(name -> Integer.valueOf(kind).equals(name.get(0)))
            .map(name -> (String) name.get(1))
            .toList();
  }
}
