package com.nexway.dmp.adapter.storage;

import com.nexway.dmp.adapter.files.PrivateFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that only takes up room: when another program has filled the disk it is thrown overboard,
 * so that what is stored can still be delivered.
 */
final class Ballast {
  private static final int BLOCK = 64 * 1024;

  private final Path file;
  private final long bytes;

  Ballast(Path file, long bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** Takes it in where it is not there; nothing where the disk has no room for it. */
  synchronized void takeIn() {
    try {
      if (bytes > 0 && (!Files.exists(file) || Files.size(file) < bytes)) {
        write();
      }
    } catch (IOException e) {
      throwOverboard();
    }
  }

  /** Frees its room; tells whether there was any. */
  synchronized boolean throwOverboard() {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      return false;
    }
  }

  private void write() throws IOException {
    byte[] block = new byte[BLOCK];
    try (OutputStream out = PrivateFiles.open(file)) {
      for (long left = bytes; left > 0; left -= BLOCK) {
        out.write(block, 0, (int) Math.min(left, BLOCK));
      }
    }
  }
}
