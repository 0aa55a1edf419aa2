package com.nexway.dmp.adapter.outbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.event.Event;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Checkpoint;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.record.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A source's batch as a test writes it, event by event; all sources are of one shop at first. */
final class Shop {
  private final String source;
  private final Lane lane;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private @Nullable Checkpoint checkpoint;
  private String shop = "shop";

  private Shop(String source, Lane lane) {
    this.source = source;
    this.lane = lane;
  }

  static Shop of(String source, Lane lane) {
    return new Shop(source, lane);
  }

  static Shop live() {
    return new Shop("shop", Lane.LIVE);
  }

  static Shop history() {
    return new Shop("shop", Lane.BACKFILL);
  }

  static Shop source(String name) {
    return new Shop(name, Lane.LIVE);
  }

  static Event event(
      String action, String key, String customer, String content, @Nullable Long version) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("action", action);
    json.putObject("order").put("id", key).put("paymentStatus", content);
    json.putObject("user").put("email", customer);
    return Event.of(key, customer, version, json);
  }

  Shop with(Event event) {
    drafts.add(new Draft.Ready(record(event.key()), event, List.of()));
    return this;
  }

  Shop doubted(Event event, String pointer, String message) {
    List<Problem> doubts = List.of(Problem.warning(pointer, null, null, message));
    drafts.add(new Draft.Ready(record(event.key()), event, doubts));
    return this;
  }

  Shop order(String key, String customer, String content) {
    return with(event("order", key, customer, content, null));
  }

  Shop order(String key, String customer, String content, long version) {
    return with(event("order", key, customer, content, version));
  }

  Shop data(String key, String customer, String content) {
    return with(event("send data", key, customer, content, null));
  }

  Shop refused(@Nullable String key, String email, String message) {
    drafts.add(
        new Draft.Refused(
            record(email),
            key,
            null,
            List.of(Problem.error("/user/email", "e_mail", email, message))));
    return this;
  }

  Shop skipped() {
    drafts.add(new Draft.Skipped(record("x"), null, "", "an address of nobody"));
    return this;
  }

  Shop skipped(String key, String email, String reason) {
    drafts.add(new Draft.Skipped(record(email), key, email, reason));
    return this;
  }

  Shop unreadable(String raw) {
    unreadable.add(
        new Unreadable(
            new Origin(source, "a.csv line 3"),
            raw,
            List.of(Problem.error("", null, null, "a quote too many"))));
    return this;
  }

  Shop at(String key, String position) {
    checkpoint = new Checkpoint(source, key, position);
    return this;
  }

  Shop in(String name) {
    shop = name;
    return this;
  }

  Drafts batch() {
    List<SourceRecord> records = drafts.stream().map(Draft::record).toList();
    return new Drafts(new Batch(source, shop, lane, records, unreadable, checkpoint), drafts);
  }

  private SourceRecord record(String value) {
    return new SourceRecord(
        new Origin(source, "a.csv line " + (drafts.size() + 2)),
        Map.of("e_mail", value),
        List.of());
  }
}
