package com.nexway.dmp.adapter.testing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.event.Event;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Orders of the source {@code orders}, each by a customer of its own, as they leave the mapping.
 */
public final class Orders {
  public static final String SOURCE = "orders";
  private static final JsonMapper JSON = new JsonMapper();

  private Orders() {}

  /** Live orders with these numbers. */
  public static Drafts live(String... numbers) {
    return batch(Lane.LIVE, List.of(numbers));
  }

  /** History: orders numbered from {@code first} on. */
  public static Drafts history(int first, int count) {
    return batch(
        Lane.BACKFILL, IntStream.range(first, first + count).mapToObj(Integer::toString).toList());
  }

  private static Drafts batch(Lane lane, List<String> numbers) {
    List<Draft> drafts = new ArrayList<>();
    List<SourceRecord> records = new ArrayList<>();
    for (String number : numbers) {
      SourceRecord record =
          new SourceRecord(
              new Origin(SOURCE, "orders.csv line " + number), Map.of("id", number), List.of());
      records.add(record);
      drafts.add(new Draft.Ready(record, event(number), List.of()));
    }
    return new Drafts(new Batch(SOURCE, lane, records, List.of(), null), drafts);
  }

  /** A valid order of the customer {@code cN@example.com}. */
  public static Event event(String number) {
    ObjectNode json = JSON.createObjectNode();
    json.put("action", "order");
    ObjectNode order = json.putObject("order");
    order.put("id", number);
    order.put("currency", "EUR");
    ObjectNode item = order.putArray("items").addObject();
    item.putObject("product").put("name", "Anti-virus").put("uniqueReference", "AV-1");
    item.put("quantity", 1);
    String email = "c" + number + "@example.com";
    json.putObject("user").put("email", email);
    return Event.of("order:" + number, email, null, json);
  }
}
