package com.nexway.dmp.adapter.settings;

import java.util.List;

/**
 * {@code intake:}, {@code webhooks:} and {@code operations:}: what comes in, and by which ports.
 */
final class IntakeKeys {
  static final Key<List<String>> SUPPRESSED =
      Key.unset(
          "intake.suppressed",
          Forms.list(
              "an e-mail address, * standing for any letters",
              1000,
              text -> text.length() <= 320 && text.matches("[^@\\s]+@[^@\\s]+")));
  static final Key<String> WEBHOOKS_HOST = Key.of("webhooks.host", Addresses.host(), "127.0.0.1");
  static final Key<Integer> WEBHOOKS_PORT = Key.of("webhooks.port", Forms.whole(0, 65535), "8081");
  static final Key<Long> MAX_BODY = Key.of("webhooks.max-body", Forms.size("1KB", "64MB"), "1MB");
  static final Key<List<String>> TRUSTED_PROXIES =
      Key.unset(
          "webhooks.trusted-proxies",
          Forms.list(
              "an address such as 172.17.0.1, or a network such as 172.16.0.0/12",
              100,
              Addresses::isNetwork));
  static final Key<String> OPERATIONS_HOST =
      Key.of("operations.host", Addresses.host(), "127.0.0.1");
  static final Key<Integer> OPERATIONS_PORT =
      Key.of("operations.port", Forms.whole(0, 65535), "8080");

  static final List<Key<?>> ALL =
      List.of(
          SUPPRESSED,
          WEBHOOKS_HOST,
          WEBHOOKS_PORT,
          MAX_BODY,
          TRUSTED_PROXIES,
          OPERATIONS_HOST,
          OPERATIONS_PORT);

  private IntakeKeys() {}

  static IntakeSettings intake(Values values) {
    return new IntakeSettings(values.find(SUPPRESSED).orElse(List.of()));
  }

  static WebhooksSettings webhooks(Values values) {
    return new WebhooksSettings(
        new ListenSettings(values.get(WEBHOOKS_HOST), values.get(WEBHOOKS_PORT)),
        values.get(MAX_BODY),
        values.find(TRUSTED_PROXIES).orElse(List.of()));
  }

  static ListenSettings operations(Values values) {
    return new ListenSettings(values.get(OPERATIONS_HOST), values.get(OPERATIONS_PORT));
  }
}
