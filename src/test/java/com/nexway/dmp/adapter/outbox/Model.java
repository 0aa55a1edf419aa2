package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the outbox must do, as plainly as it can be said: a list for each customer. */
final class Model {
  private record Item(String key, String content) {}

  private final Map<String, Deque<Item>> lines = new HashMap<>();
  private final Set<Item> attempted = new HashSet<>();
  private final Map<Long, String> onTheirWay = new HashMap<>();

  void accepted(String customer, String key, String content) {
    Deque<Item> line = lines.computeIfAbsent(Hash.of(customer).toString(), c -> new ArrayDeque<>());
    if (key.startsWith("send data")) {
      line.removeIf(item -> item.key.equals(key) && !attempted.contains(item));
    }
    line.addLast(new Item(key, content));
  }

  void claimed(Entry entry) {
    assertThat(onTheirWay).doesNotContainValue(entry.customer());
    Item head = head(entry);
    assertThat(entry.key()).isEqualTo(head.key);
    assertThat(new String(entry.body(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("\"" + head.content + "\"");
    assertThat(entry.tries() > 1).isEqualTo(attempted.contains(head));
    attempted.add(head);
    onTheirWay.put(entry.id(), entry.customer());
  }

  void over(Entry entry) {
    onTheirWay.remove(entry.id());
    Deque<Item> line = lines.get(entry.customer());
    line.removeFirst();
  }

  void later(Entry entry) {
    onTheirWay.remove(entry.id());
  }

  /** The sender is gone: what was on its way is to be sent again. */
  void lost() {
    onTheirWay.clear();
  }

  List<String> left() {
    List<String> left = new ArrayList<>();
    lines.values().forEach(line -> line.forEach(item -> left.add(item.key)));
    return left;
  }

  private Item head(Entry entry) {
    Deque<Item> line = lines.get(entry.customer());
    assertThat(line).as("the line of entry " + entry.key()).isNotEmpty();
    return line.peekFirst();
  }
}
