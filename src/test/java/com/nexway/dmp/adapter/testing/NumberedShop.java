package com.nexway.dmp.adapter.testing;

import com.nexway.dmp.adapter.sandbox.Received;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A shop whose orders are called 1, 2, 3 as those of any other, and which tells of each of them by
 * a file, a notification and its database.
 */
public final class NumberedShop implements AutoCloseable {
  private static final int CUSTOMERS = 200;

  private final Path home;
  private final String name;
  private final int version;
  private final SalesTable table = new SalesTable();
  private final WebhookSender webhooks = new WebhookSender();
  private int files;

  private NumberedShop(Path home, String name, int version) {
    this.home = home;
    this.name = name;
    this.version = version;
  }

  /** Makes a shop with three sources of a home; all its orders have this version. */
  public static NumberedShop in(Path home, String name, int version) {
    NumberedShop shop = new NumberedShop(home, name, version);
    String mapping =
        BusySources.MAPPING
            .replace("key: ${id}", "key: ${id}\nversion: ${version}")
            .replace("action: order", "action: order\n  _meta: { originStore: " + name + " }");
    TestHome.write(home, "mappings/%s.yaml".formatted(name), mapping);
    shop.source("files", BusySources.FILES);
    shop.source("posts", BusySources.POSTS);
    shop.source(
        "table",
        BusySources.TABLE.replace("SELECT id", "SELECT %d AS version, id".formatted(version)));
    return shop;
  }

  private void source(String way, String yaml) {
    TestHome.write(
        home,
        "routes/sources/%s-%s.yaml".formatted(name, way),
        yaml.replace("routeId: " + way, "routeId: " + name + "-" + way)
            .replace("value: sales }", "value: " + name + " }")
            .replace("value: shop }", "value: " + name + " }"));
  }

  /** What a process must know to reach the shop: NAME, value, NAME, value … */
  public List<String> settings() {
    return table.settings(name.toUpperCase(Locale.ROOT));
  }

  /** The secret that all such shops sign with: its variable and its value. */
  public static List<String> secret() {
    return List.of("POSTS_SECRET", WebhookSender.SECRET);
  }

  /** Posts to the address of its source from now on. */
  public void postTo(Function<String, Optional<URI>> address) {
    webhooks.postTo(() -> address.apply(name + "-posts"));
  }

  /** Tells of orders by one of its ways: 0, 1 or 2. */
  public void tell(int way, List<Integer> numbers) {
    if (numbers.isEmpty()) {
      return;
    }
    switch (way) {
      case 0 -> drop(numbers);
      case 1 ->
          webhooks.send(
              numbers.stream()
                  .map(
                      n ->
                          "{\"id\":\"%d\",\"email\":\"%s\",\"version\":%d}"
                              .formatted(n, email(n), version))
                  .toList());
      default ->
          table.insert(
              numbers.stream().map(n -> new BusyShop.Sale(n.toString(), email(n))).toList());
    }
  }

  private void drop(List<Integer> numbers) {
    StringBuilder lines = new StringBuilder("id;email;version\n");
    numbers.forEach(
        n -> lines.append(n).append(';').append(email(n)).append(';').append(version).append('\n'));
    String file = "%s-%05d.csv".formatted(name, ++files);
    try {
      Path folder = Files.createDirectories(home.resolve("drop/" + name + "-files"));
      Path part = Files.writeString(home.resolve("drop/" + file), lines.toString());
      Files.move(part, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A shopper buys in every shop. */
  private static String email(int number) {
    return "c%d@example.com".formatted(number % CUSTOMERS);
  }

  /** Notifications that nobody has taken yet. */
  public int unanswered() {
    return webhooks.unanswered();
  }

  /** Orders from 1 that did not arrive once. */
  public List<String> wrongAt(Sandbox dmp, int orders) {
    int[] arrived = new int[orders + 1];
    dmp.received().stream()
        .filter(Received::taken)
        .filter(event -> event.json().at("/_meta/originStore").asText().equals(name))
        .forEach(event -> arrived[event.json().at("/order/id").asInt()]++);
    return IntStream.rangeClosed(1, orders)
        .filter(n -> arrived[n] != 1)
        .mapToObj(n -> "order %d of %s came %d times".formatted(n, name, arrived[n]))
        .toList();
  }

  @Override
  public void close() {
    webhooks.close();
  }
}
