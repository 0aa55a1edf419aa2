package com.nexway.dmp.adapter.testing;

import com.nexway.dmp.adapter.sandbox.Received;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A shop that tells of its sales by files, by webhooks and by its database, and knows what must
 * arrive: each sale once, those of one customer in their order.
 */
public final class BusyShop implements AutoCloseable {
  private final Path home;
  private final String name;
  private final int customers;
  private final WebhookSender webhooks = new WebhookSender();
  private final Map<String, List<String>> sold = new TreeMap<>();
  private @Nullable SalesTable table;
  private int sales;
  private int files;

  private BusyShop(Path home, String name, int customers) {
    this.home = home;
    this.name = name;
    this.customers = customers;
  }

  /**
   * Makes a shop with the sources {@code files} and {@code posts} of a home.
   *
   * @param name what its sales are called, so that those of two shops differ
   * @param customers how many buy, one after another, in each of its ways
   */
  public static BusyShop in(Path home, String name, int customers) {
    TestHome.write(home, "mappings/sales.yaml", BusySources.MAPPING);
    TestHome.write(home, "routes/sources/files.yaml", BusySources.FILES);
    TestHome.write(home, "routes/sources/posts.yaml", BusySources.POSTS);
    return new BusyShop(home, name, customers);
  }

  /** Its files are looked for as often as a source does that is told nothing. */
  public BusyShop atItsLeisure() {
    String files = BusySources.FILES.replaceAll(".*(look-every|settle-time).*\\R", "");
    TestHome.write(home, "routes/sources/files.yaml", files);
    return this;
  }

  /** With a database, too: the source {@code table}. */
  public BusyShop withDatabase() {
    TestHome.write(home, "routes/sources/table.yaml", BusySources.TABLE);
    table = new SalesTable();
    return this;
  }

  /**
   * What a process must know to reach the shop.
   *
   * @param more further settings: NAME, value, NAME, value …
   */
  public String[] settings(String... more) {
    List<String> settings = new ArrayList<>(List.of("POSTS_SECRET", WebhookSender.SECRET));
    if (table != null) {
      settings.addAll(table.settings());
    }
    settings.addAll(List.of(more));
    return settings.toArray(String[]::new);
  }

  /** Drops a file of new sales. */
  public BusyShop drop(int count) {
    StringBuilder lines = new StringBuilder("id;email\n");
    sell("f", count)
        .forEach(sale -> lines.append(sale.id).append(';').append(sale.email).append('\n'));
    return drop("%s-%05d.csv".formatted(name, ++files), lines.toString());
  }

  /** Drops a file as it is. */
  public BusyShop drop(String file, String text) {
    try {
      Path folder = Files.createDirectories(home.resolve("drop/files"));
      Path part = Files.writeString(home.resolve("drop/" + file), text);
      Files.move(part, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Posts new sales, each until it is answered 200 or 202. */
  public BusyShop post(int count) {
    webhooks.send(
        sell("p", count).stream()
            .map(sale -> "{\"id\":\"%s\",\"email\":\"%s\"}".formatted(sale.id, sale.email))
            .toList());
    return this;
  }

  /** Writes new sales into the database. */
  public BusyShop insert(int count) {
    Objects.requireNonNull(table, "withDatabase()").insert(sell("t", count));
    return this;
  }

  /** Posts to this address, as soon as there is one. */
  public void postTo(Supplier<Optional<URI>> address) {
    webhooks.postTo(address);
  }

  /** Posts that nobody has taken yet. */
  public int unanswered() {
    return webhooks.unanswered();
  }

  /** Every status that a post was ever answered with. */
  public Set<Integer> answers() {
    return webhooks.answers();
  }

  public int sales() {
    return sales;
  }

  /** A customer whose sales did not arrive each once and in order: what was sold, what came. */
  public List<String> wrongAt(Sandbox dmp) {
    Map<String, List<String>> arrived = new TreeMap<>();
    dmp.received().stream()
        .filter(Received::taken)
        .filter(event -> event.email().startsWith(name))
        .forEach(
            event ->
                arrived
                    .computeIfAbsent(event.email(), customer -> new ArrayList<>())
                    .add(event.json().at("/order/id").asText()));
    Set<String> all = new TreeSet<>(sold.keySet());
    all.addAll(arrived.keySet());
    return all.stream()
        .filter(customer -> !Objects.equals(sold.get(customer), arrived.get(customer)))
        .map(
            customer ->
                customer + " bought " + sold.get(customer) + ", came " + arrived.get(customer))
        .toList();
  }

  private List<Sale> sell(String way, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              int number = ++sales;
              String email = "%s-%s%d@example.com".formatted(name, way, number % customers);
              Sale sale = new Sale("%s-%s-%06d".formatted(name, way, number), email);
              sold.computeIfAbsent(email, customer -> new ArrayList<>()).add(sale.id);
              return sale;
            })
        .toList();
  }

  /** One order of one customer. */
  record Sale(String id, String email) {}

  @Override
  public void close() {
    webhooks.close();
  }
}
