package com.nexway.dmp.adapter.testing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a failing disk does to a file. */
public final class Damage {
  private Damage() {}

  /** Overwrites some pages in the middle of a database's file. */
  public static void to(Path file) throws IOException {
    byte[] rubbish =
        "no page of a database looks like this".repeat(400).getBytes(StandardCharsets.US_ASCII);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(bytes.length() / 2);
      bytes.write(rubbish);
    }
  }
}
