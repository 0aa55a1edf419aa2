package com.nexway.dmp.adapter.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.nexway.dmp.adapter.storage.Session;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The licence numbers that an event names, as hashes, so that a record is found by each of them.
 */
final class Licences {
  /** Those of one event that are remembered. */
  private static final int MOST = 1_000;

  private static final int LETTERS = 16;

  private Licences() {}

  /** Their hashes with a blank between; null where it names none. */
  static @Nullable String of(JsonNode event) {
    Set<String> hashes = new LinkedHashSet<>();
    for (JsonNode item : event.path("order").path("items")) {
      item.path("licenceNumbers").forEach(number -> add(number, hashes));
    }
    event.path("registrations").forEach(each -> add(each.path("licenceNumber"), hashes));
    return hashes.isEmpty() ? null : String.join(" ", hashes);
  }

  /** The keys of the records that name a licence, if it is one, each with its shops. */
  static Map<String, Set<String>> shops(Session session, String words, int most) {
    Map<String, Set<String>> shops = new LinkedHashMap<>();
    session.query(
        "SELECT shop, key FROM record_state WHERE licences LIKE ? LIMIT ?",
        row ->
            shops
                .computeIfAbsent(row.text("key"), key -> new LinkedHashSet<>())
                .add(row.text("shop")),
        "%" + hash(words) + "%",
        most);
    return shops;
  }

  private static void add(JsonNode number, Set<String> hashes) {
    if (hashes.size() < MOST && !number.asText("").isBlank()) {
      hashes.add(hash(number.asText()));
    }
  }

  /** Capitals make no difference. */
  private static String hash(String number) {
    return Hash.of(number.strip().toLowerCase(Locale.ROOT)).toString().substring(0, LETTERS);
  }
}
