package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.value.Addresses;
import com.nexway.dmp.adapter.value.Forms;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.value.Values;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where shops send webhooks, from {@code webhooks:} in config/adapter.yaml.
 *
 * @param listen the port
 * @param maxBody longest body in bytes; a longer one is answered 413
 * @param trustedProxies addresses and networks of proxies whose X-Forwarded-For says who sends
 */
public record WebhooksSettings(ListenSettings listen, long maxBody, List<String> trustedProxies) {
  private static final int PORT = 8081;
  private static final Key<Long> MAX_BODY =
      Key.of(
          "webhooks.max-body",
          Forms.size("1KB", "64MB"),
          "1MB",
          "The longest webhook that is taken. All bodies that are being received together have an"
              + " eighth of Java's memory (-Xmx), a single one at most a sixteenth: with much more"
              + " than 1MB here, give Java more.");
  private static final Key<List<String>> TRUSTED_PROXIES =
      Key.unset(
          "webhooks.trusted-proxies",
          Forms.list(
              "an address such as 172.17.0.1, or a network such as 172.16.0.0/12",
              100,
              Addresses::isNetwork),
          "The web servers in front that stand on another machine or outside of a container: behind"
              + " them the address in X-Forwarded-For counts, so that one sender cannot keep out"
              + " the others.");

  static List<Key<?>> keys() {
    return Stream.concat(
            ListenSettings.keys("webhooks", PORT).stream(), Stream.of(MAX_BODY, TRUSTED_PROXIES))
        .toList();
  }

  static WebhooksSettings from(Values values) {
    return new WebhooksSettings(
        ListenSettings.from(values, "webhooks", PORT),
        values.get(MAX_BODY),
        values.find(TRUSTED_PROXIES).orElse(List.of()));
  }
}
