package com.nexway.dmp.adapter.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/** A shop's database, in memory: 120 customers, ten products, and orders that come and change. */
final class ShopDatabase implements AutoCloseable {
  private static final int OLDEST = 10_100;
  private static final int NEWEST = 10_300;

  private final String url;
  private final Connection connection;
  private final List<String> newOrders = Shipped.paragraphs("shop/new-orders.sql");
  private final List<String> changes = Shipped.paragraphs("shop/changes.sql");
  private final Random random = new Random(2025);

  /** Opens it with the orders that it has before the adapter comes. */
  ShopDatabase(String name) throws SQLException {
    this.url =
        "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
            .formatted(name);
    this.connection = DriverManager.getConnection(url);
    commit(Shipped.text("shop/shop.sql"));
  }

  String url() {
    return url;
  }

  /** New orders that are to be written, each a transaction. */
  List<String> newOrders() {
    return newOrders;
  }

  /** Changes of orders that are to be written when the order as it was has been delivered. */
  List<String> changes() {
    return changes;
  }

  /** The number of the order that a change is about. */
  static String orderOf(String change) {
    return change.replaceAll("(?s).*WHERE id = (\\d+);.*", "$1");
  }

  synchronized void commit(String script) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String sql : script.split(";\\R?")) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    }
  }

  /** A shopper orders now what another one ordered before. */
  synchronized void orderAgain() throws SQLException {
    int model = OLDEST + random.nextInt(NEWEST - OLDEST);
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    connection.setAutoCommit(false);
    try (PreparedStatement order =
            connection.prepareStatement(
                """
                INSERT INTO orders
                SELECT (SELECT MAX(id) + 1 FROM orders), customer_id, 'paid', currency, payment, ?, ?
                FROM orders WHERE id = ?""");
        PreparedStatement lines =
            connection.prepareStatement(
                """
                INSERT INTO order_lines
                SELECT (SELECT MAX(id) FROM orders), line, product_id, quantity,
                       unit_price_net, unit_price_gross, vat_percent
                FROM order_lines WHERE order_id = ?""")) {
      order.setObject(1, now);
      order.setObject(2, now);
      order.setInt(3, model);
      order.executeUpdate();
      lines.setInt(1, model);
      lines.executeUpdate();
      connection.commit();
    }
  }

  @Override
  public void close() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    }
  }
}
