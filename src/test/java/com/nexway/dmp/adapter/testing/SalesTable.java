package com.nexway.dmp.adapter.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The sales of a {@link BusyShop} in a MariaDB of its own. */
final class SalesTable {
  private final String url = MariaDb.freshDatabase();

  SalesTable() {
    try (Connection shop = DriverManager.getConnection(url);
        Statement statement = shop.createStatement()) {
      statement.execute(
          "CREATE TABLE sale (id VARCHAR(20) PRIMARY KEY, sold_at DATETIME(6), email VARCHAR(60),"
              + " KEY (sold_at, id))");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> settings() {
    return settings("SHOP");
  }

  /** What tells an adapter where it is, under a name in capitals. */
  List<String> settings(String database) {
    return List.of(
        "DATABASES_" + database + "_URL",
        url.replace("?user=root", ""),
        "DATABASES_" + database + "_USERNAME",
        "root");
  }

  /** In one transaction. */
  void insert(List<BusyShop.Sale> sales) {
    try (Connection shop = DriverManager.getConnection(url);
        PreparedStatement row =
            shop.prepareStatement("INSERT INTO sale VALUES (?, UTC_TIMESTAMP(6), ?)")) {
      shop.setAutoCommit(false);
      for (BusyShop.Sale sale : sales) {
        row.setString(1, sale.id());
        row.setString(2, sale.email());
        row.addBatch();
      }
      row.executeBatch();
      shop.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
