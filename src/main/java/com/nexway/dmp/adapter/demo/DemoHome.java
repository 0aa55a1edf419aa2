package com.nexway.dmp.adapter.demo;

import com.nexway.dmp.adapter.camel.RunningAdapter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The demo's home: the shipped routes and mappings, and the three sources and the settings that
 * somebody who sets up a shop would write.
 *
 * @param folder the home's folder
 */
record DemoHome(Path folder) {
  private static final List<String> OWN =
      List.of(
          "config/adapter.yaml",
          "routes/sources/customers.yaml",
          "routes/sources/orders.yaml",
          "routes/sources/web-orders.yaml");

  /** Writes the demo's own files into a folder that holds the shipped ones. */
  static DemoHome in(Path folder, URI sandbox, String database) throws IOException {
    DemoHome home = new DemoHome(folder);
    for (String name : OWN) {
      home.write(
          name,
          Shipped.text("home/" + name)
              .replace("{sandbox}", sandbox.toString())
              .replace("{database}", database));
    }
    home.write("config/webhook-secret", WebShop.SECRET);
    return home;
  }

  /** Where the web shop sends its webhooks to. */
  static URI webhookAddress(RunningAdapter adapter) {
    return URI.create(
        "http://127.0.0.1:" + adapter.webhooksPort().orElseThrow() + "/webhooks/web-orders");
  }

  Path deadLetters() {
    return folder.resolve("dead-letters");
  }

  /** Drops the customers' file as a careful system does: under another name until it is whole. */
  void dropCustomers() throws IOException {
    Path drop = folder.resolve("drop").resolve("customers");
    Files.createDirectories(drop);
    Path part = drop.resolve("customers.csv.part");
    Files.writeString(part, Shipped.text("shop/customers.csv"));
    Files.move(part, drop.resolve("customers.csv"), StandardCopyOption.ATOMIC_MOVE);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
