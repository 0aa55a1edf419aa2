package com.nexway.dmp.adapter.testing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A small ext4 file system of its own, where the machine lets a test mount one. */
public final class SmallDisk implements AutoCloseable {
  private final Path image;
  private final Path folder;
  private final String options;

  private SmallDisk(Path image, Path folder, String options) {
    this.image = image;
    this.folder = folder;
    this.options = options;
  }

  /** A mounted disk, or nothing where that takes rights that this process does not have. */
  public static Optional<SmallDisk> mount(Path scratch, int megabytes, String options)
      throws IOException, InterruptedException {
    Path image = scratch.resolve("disk.img");
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(megabytes * 1024L * 1024);
    }
    SmallDisk disk =
        new SmallDisk(image, Files.createDirectories(scratch.resolve("disk")), options);
    return run("mkfs.ext4", "-q", "-m", "0", image.toString()) && disk.mount()
        ? Optional.of(disk)
        : Optional.empty();
  }

  public Path folder() {
    return folder;
  }

  /** What a power cut leaves: nothing is written any more that was not forced before. */
  public boolean cutPower() throws IOException, InterruptedException {
    // EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH
    return run(
        "python3",
        "-c",
        "import fcntl,os,struct,sys; "
            + "fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587d, struct.pack('I', 2))",
        folder.toString());
  }

  /** Takes the disk out and puts it in again. */
  public void mountAgain() throws IOException, InterruptedException {
    if (!run("umount", folder.toString()) || !mount()) {
      throw new IOException(folder + " cannot be mounted again");
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    run("umount", folder.toString());
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
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
