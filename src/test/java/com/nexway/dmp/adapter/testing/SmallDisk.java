package com.nexway.dmp.adapter.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A small ext4 file system of its own, where the machine lets a test mount one. */
public final class SmallDisk implements AutoCloseable {
  private static final long MEGABYTE = 1024L * 1024;

  private final Path image;
  private final Path folder;
  private final String options;

  private SmallDisk(Path image, Path folder, String options) {
    this.image = image;
    this.folder = folder;
    this.options = options;
  }

  /** A mounted disk; fails with a sentence where this process may not mount one. */
  public static SmallDisk mount(int megabytes, String options)
      throws IOException, InterruptedException {
    Path scratch = Scratch.folder("disk");
    Path image = scratch.resolve("disk.img");
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(megabytes * MEGABYTE);
    }
    SmallDisk disk =
        new SmallDisk(image, Files.createDirectories(scratch.resolve("disk")), options);
    if (!run("mkfs.ext4", "-q", "-m", "0", image.toString()) || !disk.mount()) {
      throw new AssertionError(
          "this machine lets no test mount a disk: it takes root, mkfs.ext4 and loop devices");
    }
    return disk;
  }

  /** Takes up room, as another program may: this much, or all that is left. */
  public Path fill(String name, int megabytes) throws IOException {
    Path file = folder.resolve(name);
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long left = megabytes * MEGABYTE; left > 0; left -= block.length) {
        out.write(block);
      }
    } catch (IOException full) {
      if (!String.valueOf(full.getMessage()).contains("space")) {
        throw full;
      }
    }
    return file;
  }

  public Path folder() {
    return folder;
  }

  /** What a power cut leaves: nothing is written any more that was not forced before. */
  public void cutPower() throws InterruptedException {
    // EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH
    if (!run(
        "python3",
        "-c",
        "import fcntl,os,struct,sys; "
            + "fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587d, struct.pack('I', 2))",
        folder.toString())) {
      throw new AssertionError("this machine cannot cut the power of a disk: it takes python3");
    }
  }

  /** Takes the disk out and puts it in again. */
  public void mountAgain() throws IOException, InterruptedException {
    if (!unmount() || !mount()) {
      throw new IOException(folder + " cannot be mounted again");
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (!unmount()) {
      run("umount", "-l", folder.toString());
    }
    Scratch.delete(image.getParent());
  }

  /** Waits for those who still have a file open there; gives up after a while. */
  private boolean unmount() throws InterruptedException {
    long end = System.nanoTime() + Patience.LONG.toNanos();
    while (!run("umount", folder.toString())) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      Patience.pause();
    }
    return true;
  }

  private boolean mount() throws IOException, InterruptedException {
    return run("mount", "-o", "loop" + options, image.toString(), folder.toString());
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(new ArrayList<>(List.of(command)))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)
          && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
