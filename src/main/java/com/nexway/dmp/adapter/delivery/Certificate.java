package com.nexway.dmp.adapter.delivery;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with the date of a certificate, told to a shop owner. */
final class Certificate {
  private static final int DEEPEST = 10;

  private Certificate() {}

  /** The trouble in words; empty where the failure is about something else. */
  static Optional<String> inWords(Throwable failure) {
    X509Certificate certificate = null;
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof CertPathValidatorException path) {
        certificate = blamed(path);
      } else if (cause instanceof CertificateExpiredException && certificate != null) {
        return Optional.of(
            "its certificate expired on %s (or this machine's clock is wrong)"
                .formatted(day(certificate.getNotAfter())));
      } else if (cause instanceof CertificateNotYetValidException && certificate != null) {
        return Optional.of(
            "its certificate is valid from %s on (or this machine's clock is wrong)"
                .formatted(day(certificate.getNotBefore())));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private static @Nullable X509Certificate blamed(CertPathValidatorException failure) {
    return failure.getCertPath() != null
            && failure.getIndex() >= 0
            && failure.getCertPath().getCertificates().get(failure.getIndex())
                instanceof X509Certificate certificate
        ? certificate
        : null;
  }

  private static LocalDate day(Date date) {
    return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
