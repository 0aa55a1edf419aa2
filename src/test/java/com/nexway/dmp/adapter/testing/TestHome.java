package com.nexway.dmp.adapter.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A home of its own for a test: the shipped routes, mappings and settings, without sources. */
public final class TestHome {
  private TestHome() {}

  /** Fills {@code folder} with the shipped files; tests run in the repository's root. */
  public static Path in(Path folder) {
    for (String part : new String[] {"routes", "mappings", "config"}) {
      copy(Path.of(part), folder.resolve(part));
    }
    return folder;
  }

  /** Writes a source, mapping or other file of the home, replacing one that is there. */
  public static void write(Path home, String name, String text) {
    try {
      Path file = home.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a file away from all but its owner, where the file system knows owners. */
  public static void close(Path file) {
    file.toFile().setReadable(false, false);
    file.toFile().setReadable(true, true);
  }

  /**
   * Adds the source {@code few}: CSV files with a column {@code email}, each row an event, looked
   * at all the time.
   */
  public static void addFew(Path home) {
    write(
        home,
        "mappings/few.yaml",
        "key: ${email}\nevent:\n  action: send data\n  user:\n    email: ${email}\n");
    write(
        home,
        "routes/sources/few.yaml",
        """
        - templatedRoute:
            routeTemplateRef: csv
            routeId: few
            parameters:
              - { name: mapping, value: few }
              - { name: settle-time, value: 0s }
              - { name: look-every, value: 200ms }
        """);
  }

  /**
   * Adds a webhook source whose secret is in the variable SHOP_SECRET.
   *
   * @param signature how the shop signs, such as {@code shopify}
   * @param more further parameters, names and values in turn
   */
  public static void addWebhook(
      Path home, String name, String mapping, String signature, String... more) {
    StringBuilder yaml =
        new StringBuilder(
            """
            - templatedRoute:
                routeTemplateRef: webhook
                routeId: %s
                parameters:
                  - { name: mapping, value: %s }
                  - { name: signature, value: %s }
                  - { name: secret, value: "env:SHOP_SECRET" }
            """
                .formatted(name, mapping, signature));
    for (int i = 0; i < more.length; i += 2) {
      yaml.append("      - { name: ").append(more[i]).append(", value: ").append(more[i + 1]);
      yaml.append(" }\n");
    }
    write(home, "routes/sources/" + name + ".yaml", yaml.toString());
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!file.getParent().endsWith("sources")) {
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
