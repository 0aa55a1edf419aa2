package com.nexway.dmp.adapter.source.webhook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records in the JSON of a notification. */
public final class WebhookRecords {
  /** Most records of one notification; a batch holds no more. */
  public static final int MOST = 1_000;

  private WebhookRecords() {}

  /**
   * The records that a document holds.
   *
   * @param path of the array whose elements are the records; empty where it is one record
   * @param document the JSON: maps, lists, text, {@link java.math.BigDecimal}, {@link Long} …
   * @throws WebhookRefused if it is no record, or too many
   */
  public static List<Map<String, Object>> of(String path, @Nullable Object document)
      throws WebhookRefused {
    List<Map<String, Object>> records = new ArrayList<>();
    for (Object one : elements(path, document)) {
      records.add(fields(one));
    }
    return records;
  }

  private static List<?> elements(String path, @Nullable Object document) throws WebhookRefused {
    if (path.isEmpty()) {
      return List.of(needed(document, "the body must be one JSON object"));
    }
    Object at = document;
    for (String name : path.split("\\.")) {
      at = at instanceof Map<?, ?> map ? map.get(name) : null;
    }
    if (!(at instanceof List<?> list)) {
      throw new WebhookRefused("the body has no array at " + path);
    }
    if (list.size() > MOST) {
      throw new WebhookRefused("there are more than " + MOST + " records in one body");
    }
    return list;
  }

  private static Object needed(@Nullable Object value, String otherwise) throws WebhookRefused {
    if (value == null) {
      throw new WebhookRefused(otherwise);
    }
    return value;
  }

  private static Map<String, Object> fields(@Nullable Object record) throws WebhookRefused {
    if (record instanceof Map<?, ?> map) {
      return fields(map);
    }
    throw new WebhookRefused("each record must be a JSON object");
  }

  private static Map<String, Object> fields(Map<?, ?> map) {
    Map<String, Object> fields = new LinkedHashMap<>();
    map.forEach((name, value) -> fields.put(String.valueOf(name), plain(value)));
    return fields;
  }

  /** Whole numbers come in three sizes; a record knows two of them. */
  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Integer number) {
      return number.longValue();
    }
    if (value instanceof Map<?, ?> map) {
      return fields(map);
    }
    if (value instanceof List<?> list) {
      List<Object> items = new ArrayList<>(list.size());
      list.forEach(item -> items.add(plain(item)));
      return items;
    }
    return value;
  }
}
