package com.nexway.dmp.adapter.source.webhook;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.record.Unreadable;
import com.nexway.dmp.adapter.source.SourceStates;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who may come in by a webhook, and what they bring. */
public final class WebhookReceiver {
  /** What a dead letter keeps of a body that could not be read, in bytes. */
  private static final int KEPT = 16 * 1024;

  private final Function<String, WebhookSettings> settings;
  private final SourceStates states;
  private final Clock clock;

  /**
   * @param settings the settings of a source by its name
   */
  public WebhookReceiver(
      Function<String, WebhookSettings> settings, SourceStates states, Clock clock) {
    this.settings = settings;
    this.states = states;
    this.clock = clock;
  }

  /**
   * Looks at a notification before its body is read.
   *
   * @return the answer where the body is not to be read; empty where it may come
   */
  public Optional<WebhookReply> turnedAway(String source, WebhookHead head) {
    Signing signing = settings.apply(source).signing();
    boolean isSigned = !head.header(signing.header()).isEmpty();
    if (head.isForm() && signing.scheme() == Scheme.WOOCOMMERCE && !isSigned) {
      return Optional.of(WebhookReply.PING); // sent once, without a signature, on saving a webhook
    }
    if (!head.isJson()) {
      return Optional.of(new WebhookReply(415, "send JSON, with Content-Type: application/json"));
    }
    if (signing.scheme() != Scheme.NONE && !isSigned) {
      return Optional.of(
          new WebhookReply(
              401, "the signature is missing: it stands in the header " + signing.header()));
    }
    if (!head.encoding().isEmpty()) {
      return Optional.of(
          new WebhookReply(
              415, "the body is compressed (Content-Encoding); send it as it is, uncompressed"));
    }
    String expects = head.header("Expect").strip();
    return expects.isEmpty() || expects.equalsIgnoreCase("100-continue")
        ? Optional.empty()
        : Optional.of(new WebhookReply(417, "the only Expect that is known is 100-continue"));
  }

  /** A look at the signature of a body that is not kept. */
  public BodyLook look(String source, WebhookHead head) {
    Signing signing = settings.apply(source).signing();
    return new BodyLook(
        signing.scheme() == Scheme.NONE
            ? null
            : new SignatureCheck(signing, head.header(signing.header()), clock.instant()));
  }

  /**
   * Looks at the signature.
   *
   * @throws WebhookRefused where it is not the shop's
   */
  public void verify(String source, WebhookHead head, byte[] body) throws WebhookRefused {
    Signing signing = settings.apply(source).signing();
    Proof proof = SignatureCheck.of(signing, head.header(signing.header()), body, clock.instant());
    if (!proof.fits()) {
      throw new WebhookRefused(new WebhookReply(401, proof.words()));
    }
  }

  /** Whether what gets past {@link #verify} comes from the shop alone. */
  public boolean isSigned(String source) {
    return settings.apply(source).signing().scheme() != Scheme.NONE;
  }

  /**
   * What a notification brings; each of its records holds the headers that the source names.
   *
   * @param document the JSON: maps, lists, text, {@link java.math.BigDecimal}, {@link Long} …
   * @throws WebhookRefused if it is no record, or too many
   */
  public Batch batch(String source, WebhookHead head, @Nullable Object document)
      throws WebhookRefused {
    WebhookSettings webhook = settings.apply(source);
    List<Map<String, Object>> found = WebhookRecords.of(webhook.records(), document);
    String when = when();
    List<SourceRecord> records = new ArrayList<>();
    Map<String, Object> headers = head.only(webhook.headers());
    for (Map<String, Object> fields : found) {
      if (!headers.isEmpty()) {
        fields.put(WebhookSettings.HEADERS, headers);
      }
      String place = when + (found.size() == 1 ? "" : ", record " + (records.size() + 1));
      records.add(new SourceRecord(new Origin(source, place), fields, List.of()));
    }
    return new Batch(source, webhook.shop(), Lane.LIVE, records, List.of(), null);
  }

  /**
   * What is kept of a notification that was turned away: a dead letter. Only what the shop signed
   * is kept: strangers must not fill the disk, and what is sent again makes no second letter.
   */
  public Batch letter(String source, WebhookReply reply, byte[] body) {
    String raw = new String(body, 0, Math.min(body.length, KEPT), StandardCharsets.UTF_8);
    Problem why =
        Problem.error(
            "", null, null, "turned away (%d): %s".formatted(reply.status(), reply.words()));
    Unreadable unreadable = new Unreadable(new Origin(source, when()), raw, List.of(why));
    String shop = settings.apply(source).shop();
    return new Batch(source, shop, Lane.LIVE, List.of(), List.of(unreadable), null);
  }

  private String when() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return "webhook of " + now;
  }

  /** Its records are on disk. */
  public WebhookReply taken(String source) {
    states.succeeded(source);
    states.mended(source, "");
    return WebhookReply.TAKEN;
  }

  /**
   * The store is away: the shop must send it again.
   *
   * @param fault the exception where the program itself is to blame
   */
  public WebhookReply later(String source, String why, @Nullable Throwable fault) {
    states.failed(source, "", "notifications are turned away, to be sent again: " + why, fault);
    return WebhookReply.LATER;
  }
}
