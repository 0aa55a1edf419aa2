package com.nexway.dmp.adapter.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The home that the jar carries: the shipped routes, mappings and settings. */
final class ShippedHome {
  private static final String ROOT = "/home";

  private ShippedHome() {}

  /**
   * Copies the shipped files into a folder, without replacing any that are there.
   *
   * @throws IOException if they cannot be written
   */
  static void copyTo(Path folder) throws IOException {
    URL shipped = ShippedHome.class.getResource(ROOT);
    if (shipped == null) {
      throw new IOException("the jar carries no shipped files; build it again");
    }
    try {
      URI address = shipped.toURI();
      if (address.getScheme().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(address, Map.of())) {
          copy(jar.getPath(ROOT), folder);
        }
      } else {
        copy(Path.of(address), folder);
      }
    } catch (URISyntaxException e) {
      throw new IOException("the jar's own address cannot be read: " + shipped, e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (Files.notExists(target)) {
          Files.copy(file, target);
        }
      }
    }
  }
}
