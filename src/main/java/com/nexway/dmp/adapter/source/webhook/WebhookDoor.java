package com.nexway.dmp.adapter.source.webhook;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.source.SourceStates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may come in by a webhook, and what they bring. */
public final class WebhookDoor {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookDoor.class);
  private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(10);

  private final Map<String, Instant> warned = new ConcurrentHashMap<>();
  private final Function<String, WebhookSettings> settings;
  private final SourceStates states;
  private final Clock clock;

  /**
   * @param settings the settings of a source by its name
   */
  public WebhookDoor(Function<String, WebhookSettings> settings, SourceStates states, Clock clock) {
    this.settings = settings;
    this.states = states;
    this.clock = clock;
  }

  /**
   * Looks at a notification before it is read.
   *
   * @param contentType the header, empty where there is none
   * @param header gives a header by its name, whatever its case; null where there is none
   * @param body the exact bytes that were sent
   * @return the answer where it is not to be read; empty where it may come in
   */
  public Optional<WebhookReply> stop(
      String source, String contentType, Function<String, @Nullable String> header, byte[] body) {
    WebhookSettings door = settings.apply(source);
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (type.equals("application/x-www-form-urlencoded")
        && door.formPing() == WebhookSettings.FormPing.ACCEPT) {
      return Optional.of(new WebhookReply(200, "this address works"));
    }
    if (!type.equals("application/json") && !type.endsWith("+json")) {
      return Optional.of(new WebhookReply(415, "send JSON, with Content-Type: application/json"));
    }
    String signature = header.apply(door.signing().header());
    if (Signatures.fits(
        door.signing(), signature == null ? "" : signature, body, clock.instant())) {
      return Optional.empty();
    }
    return Optional.of(unsigned(source, door.signing(), signature != null));
  }

  /**
   * What a notification brings.
   *
   * @param document the JSON: maps, lists, text, {@link java.math.BigDecimal}, {@link Long} …
   * @throws WebhookUnreadable if it is no record, or too many
   */
  public Batch batch(String source, @Nullable Object document) throws WebhookUnreadable {
    WebhookSettings door = settings.apply(source);
    List<Map<String, Object>> found = WebhookRecords.of(door.records(), document);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<SourceRecord> records = new ArrayList<>();
    for (Map<String, Object> fields : found) {
      String place =
          "webhook of " + now + (found.size() == 1 ? "" : ", record " + (records.size() + 1));
      records.add(new SourceRecord(new Origin(source, place), fields, List.of()));
    }
    return new Batch(source, Lane.LIVE, records, List.of(), null);
  }

  /** Its records are on disk. */
  public WebhookReply taken(String source) {
    states.succeeded(source);
    states.mended(source, "");
    return WebhookReply.TAKEN;
  }

  /** It is not the JSON that this address takes. */
  public WebhookReply unreadable(String why) {
    return new WebhookReply(400, why);
  }

  /** The store is away: the shop must send it again. */
  public WebhookReply later(String source, String why) {
    states.failed(source, "", "notifications are turned away, to be sent again: " + why);
    return new WebhookReply(503, "it cannot be kept now; send it again");
  }

  /** Seldom, whatever is sent: anybody can post here, and health is not for strangers to change. */
  private void warn(String source, String why) {
    Instant now = clock.instant();
    Instant last = warned.put(source, now);
    if (last == null || last.plus(BETWEEN_WARNINGS).isBefore(now)) {
      LOG.warn("{}: a notification was turned away (401): {}", source, why);
    } else {
      warned.put(source, last);
    }
  }

  private WebhookReply unsigned(String source, Signing signing, boolean present) {
    String why =
        present
            ? "the signature in " + signing.header() + " does not fit: is it the same secret?"
            : "the signature is missing: it stands in the header " + signing.header();
    warn(source, why);
    return new WebhookReply(401, why);
  }
}
