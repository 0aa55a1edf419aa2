package com.nexway.dmp.adapter.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.WRITE;

import com.nexway.dmp.adapter.files.PrivateFiles;
import com.nexway.dmp.adapter.storage.Database;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A beat in a file beside the outbox. Processes of one machine see it without its ever being forced
 * to the disk: a process that has nothing to do writes nothing that the disk must take at once.
 * After a power cut it may be old or empty, which is no more than a holder that stands still. Where
 * it cannot be written, the beat is in the lease's row.
 */
final class BeatFile implements Beat {
  /** Always as long: a full disk has room for what is written over. */
  private static final String FORM = "epoch %019d beat %019d\n";

  private final Path file;
  private final Database database;
  private final Beat otherwise;
  private long beats;

  BeatFile(Path file, Database database) {
    this.file = file;
    this.database = database;
    this.otherwise = new InTable(database);
  }

  // The beat first, then the look: who takes the lease meanwhile has seen it, or is seen here.
  @Override
  public synchronized boolean next(long epoch) {
    return write(epoch)
        ? database.read(session -> LeaseRow.of(session).isHeldUnder(epoch))
        : otherwise.next(epoch);
  }

  /** Tells whether it could: a disk that is full may have no room for a new file. */
  private boolean write(long epoch) {
    try (FileChannel channel = FileChannel.open(PrivateFiles.file(file), WRITE)) {
      ByteBuffer text = ByteBuffer.wrap(FORM.formatted(epoch, ++beats).getBytes(US_ASCII));
      while (text.hasRemaining()) {
        channel.write(text, text.position());
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String last() {
    return read() + otherwise.last();
  }

  private String read() {
    try {
      return Files.readString(file, US_ASCII);
    } catch (IOException e) {
      return "";
    }
  }
}
