package com.nexway.dmp.adapter.client;

import com.nexway.dmp.adapter.settings.DmpSettings;
import com.nexway.dmp.adapter.value.Secret;
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
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** The certificates that the merchant trusts instead of Java's own. */
final class Certificates {
  private static final String PEM = "-----BEGIN";
  private static final int LONGEST = 1 << 20;

  private Certificates() {}

  /**
   * @throws IOException if the file cannot be read, or holds no certificates; in a sentence
   */
  static TrustManager[] trusting(DmpSettings.Truststore truststore) throws IOException {
    Path file = truststore.file();
    KeyStore store = read(file, truststore);
    try {
      if (store.size() == 0) {
        throw new IOException("dmp.truststore: " + file + " holds no certificate");
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      return trust.getTrustManagers();
    } catch (GeneralSecurityException e) {
      throw new IOException("dmp.truststore: " + file + ": " + e.getMessage(), e);
    }
  }

  private static KeyStore read(Path file, DmpSettings.Truststore truststore) throws IOException {
    try {
      return isPem(file) ? pem(file) : store(file, truststore);
    } catch (IOException | GeneralSecurityException e) {
      throw new IOException(
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
    Secret password = truststore.password().now();
    return KeyStore.getInstance(
        file.toFile(), password.isEmpty() ? null : password.reveal().toCharArray());
  }
}
