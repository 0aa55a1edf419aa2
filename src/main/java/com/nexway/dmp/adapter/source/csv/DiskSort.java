package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.files.PrivateFiles;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Sorts more records than memory holds, in sorted files that are merged at the end. */
final class DiskSort implements Closeable {
  private static final int MOST_OPEN = 100;

  private final Path folder;
  private final Comparator<Item> order;
  private final long memory;
  private final List<Path> runs = new ArrayList<>();
  private List<Item> held = new ArrayList<>();
  private long heldCharacters;
  private int made;

  /** A record with what it is sorted by. */
  record Item(String group, long first, RawRecord record) {}

  /** Items in order. */
  interface Items extends Closeable {
    /** The next item; null behind the last. */
    @Nullable Item next() throws IOException;
  }

  /**
   * @param folder where the sorted files stand, empty
   * @param memory how many characters are held at most
   */
  DiskSort(Path folder, Comparator<Item> order, long memory) {
    this.folder = folder;
    this.order = order;
    this.memory = memory;
  }

  void add(Item item) throws IOException {
    held.add(item);
    heldCharacters += 100 + item.group().length() + item.record().text().length();
    if (heldCharacters > memory) {
      spill();
    }
  }

  /** All items in order. */
  Items sorted() throws IOException {
    spill();
    while (runs.size() > MOST_OPEN) {
      List<Path> first = new ArrayList<>(runs.subList(0, MOST_OPEN));
      runs.subList(0, MOST_OPEN).clear();
      try (Merge merge = new Merge(first, order)) {
        runs.add(write(merge));
      }
      for (Path run : first) {
        Files.delete(run);
      }
    }
    return new Merge(runs, order);
  }

  private void spill() throws IOException {
    held.sort(order);
    java.util.Iterator<Item> items = held.iterator();
    runs.add(write(new HeldItems(items)));
    held = new ArrayList<>();
    heldCharacters = 0;
  }

  private Path write(Items items) throws IOException {
    Path run = folder.resolve("run-" + made++);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(PrivateFiles.open(run), 1 << 16))) {
      Item item = items.next();
      while (item != null) {
        RawRecord record = item.record();
        write(out, item.group());
        out.writeLong(item.first());
        out.writeLong(record.row());
        out.writeLong(record.line());
        out.writeInt(record.lines());
        write(out, record.text());
        out.writeBoolean(record.problem() != null);
        write(out, record.problem() == null ? "" : record.problem());
        item = items.next();
      }
    }
    return run;
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    for (Path run : runs) {
      Files.deleteIfExists(run);
    }
  }

  private record HeldItems(java.util.Iterator<Item> items) implements Items {
    @Override
    public @Nullable Item next() {
      return items.hasNext() ? items.next() : null;
    }

    @Override
    public void close() {}
  }

  /** One sorted file, and its first item that was not taken yet. */
  private static final class Run implements Closeable {
    private final DataInputStream in;
    private @Nullable Item head;

    Run(Path file) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 15));
      advance();
    }

    void advance() throws IOException {
      in.mark(1);
      if (in.read() < 0) {
        head = null;
        return;
      }
      in.reset();
      String group = readText(in);
      long first = in.readLong();
      long row = in.readLong();
      long line = in.readLong();
      int lines = in.readInt();
      String text = readText(in);
      boolean bad = in.readBoolean();
      String problem = readText(in);
      head = new Item(group, first, new RawRecord(row, line, lines, text, bad ? problem : null));
    }

    Item head() throws EOFException {
      if (head == null) {
        throw new EOFException("a sorted file ended too early");
      }
      return head;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  private static final class Merge implements Items {
    private final List<Run> all = new ArrayList<>();
    private final PriorityQueue<Run> heads;

    Merge(List<Path> files, Comparator<Item> order) throws IOException {
      heads =
          new PriorityQueue<>(
              Math.max(1, files.size()),
              (a, b) -> a.head == null || b.head == null ? 0 : order.compare(a.head, b.head));
      for (Path file : files) {
        Run run = new Run(file);
        all.add(run);
        if (run.head != null) {
          heads.add(run);
        }
      }
    }

    @Override
    public @Nullable Item next() throws IOException {
      Run run = heads.poll();
      if (run == null) {
        return null;
      }
      Item item = run.head();
      run.advance();
      if (run.head != null) {
        heads.add(run);
      }
      return item;
    }

    @Override
    public void close() throws IOException {
      for (Run run : all) {
        run.close();
      }
    }
  }
}
