package com.nexway.dmp.adapter.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
 * @param webhooks the port of the webhooks
 * @param operations the port of health and numbers
 */
record DemoHome(Path folder, int webhooks, int operations) {
  private static final List<String> OWN =
      List.of(
          "config/adapter.yaml",
          "routes/sources/customers.yaml",
          "routes/sources/orders.yaml",
          "routes/sources/web-orders.yaml");

  /** Writes the demo's own files into a folder that holds the shipped ones. */
  static DemoHome in(Path folder, URI sandbox, String database) throws IOException {
    DemoHome home = new DemoHome(folder, freePort(), freePort());
    for (String name : OWN) {
      home.write(
          name,
          Shipped.text("home/" + name)
              .replace("{sandbox}", sandbox.toString())
              .replace("{database}", database)
              .replace("{webhooks}", Integer.toString(home.webhooks))
              .replace("{operations}", Integer.toString(home.operations)));
    }
    home.write("config/webhook-secret", WebShop.SECRET);
    return home;
  }

  URI webhookAddress() {
    return URI.create("http://127.0.0.1:" + webhooks + "/webhooks/web-orders");
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

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
