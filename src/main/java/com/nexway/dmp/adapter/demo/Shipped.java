package com.nexway.dmp.adapter.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The demo's own files, inside the jar. */
final class Shipped {
  private Shipped() {}

  static String text(String name) {
    try (InputStream file = Shipped.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("the jar lacks the demo's " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(String name) {
    return text(name).lines().toList();
  }

  /** The parts of a file that stand between empty lines. */
  static List<String> paragraphs(String name) {
    return List.of(text(name).strip().split("\n\n"));
  }
}
