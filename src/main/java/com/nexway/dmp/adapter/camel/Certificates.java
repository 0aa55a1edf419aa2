package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.settings.DmpSettings;
import io.vertx.core.net.TrustOptions;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManagerFactory;

/** The certificates that the merchant trusts instead of Java's own. */
final class Certificates {
  private static final String PEM = "-----BEGIN";
  private static final int LONGEST = 1 << 20;

  private Certificates() {}

  /**
   * @throws CannotStart if the file cannot be read, or holds no certificates
   */
  static TrustOptions trusting(DmpSettings.Truststore truststore) {
    Path file = truststore.file();
    try {
      KeyStore store = isPem(file) ? pem(file) : store(file, truststore);
      if (store.size() == 0) {
        throw new CannotStart("dmp.truststore: " + file + " holds no certificate");
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      return TrustOptions.wrap(trust.getTrustManagers()[0]);
    } catch (IOException | GeneralSecurityException e) {
      throw new CannotStart(
          "dmp.truststore: "
              + file
              + " cannot be read as a PKCS12 or JKS store with dmp.truststore-password, nor as"
              + " certificates in PEM: "
              + e.getMessage(),
          e);
    }
  }

  private static boolean isPem(Path file) throws IOException {
    if (Files.size(file) > LONGEST) {
      throw new IOException("it is longer than 1 MB");
    }
    return Files.readString(file, StandardCharsets.ISO_8859_1).contains(PEM);
  }

  private static KeyStore pem(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      int number = 0;
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("certificate " + ++number, certificate);
      }
    }
    return store;
  }

  private static KeyStore store(Path file, DmpSettings.Truststore truststore)
      throws IOException, GeneralSecurityException {
    char[] password =
        truststore.password().isEmpty() ? null : truststore.password().reveal().toCharArray();
    return KeyStore.getInstance(file.toFile(), password);
  }
}
