package com.nexway.dmp.adapter.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process as the lease names it.
 *
 * @param host the machine's name, for people
 * @param pid its number
 * @param started when it began: numbers of processes come again. Counted by the system from its own
 *     start where it does so, for a host's clock may be set; else in milliseconds since 1970
 * @param machine what tells whether two processes can see each other's numbers; empty where unknown
 */
record Holder(String host, long pid, long started, String machine) {
  /** Behind the name, which may hold anything, as proc(5) numbers them: field 22. */
  private static final int START_TICKS = 19;

  /** This process, under its host's name, which people know. */
  static Holder ofThisProcess() {
    return of(ProcessHandle.current(), hostName());
  }

  static Holder of(ProcessHandle process, String host) {
    return new Holder(host, process.pid(), startOf(process), machineId());
  }

  static Holder parse(String text) {
    String[] parts = text.split("\\|", -1);
    return parts.length == 4
        ? new Holder(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3])
        : new Holder("", 0, 0, "");
  }

  /** As the store keeps it. */
  String stored() {
    return host + "|" + pid + "|" + started + "|" + machine;
  }

  /** Whether it certainly runs no more: only a process of the same machine can tell. */
  boolean isGone(Holder asker) {
    return !machine.isEmpty()
        && machine.equals(asker.machine)
        && ProcessHandle.of(pid).filter(process -> startOf(process) == started).isEmpty();
  }

  @Override
  public String toString() {
    return host.isEmpty() ? "nobody" : "process " + pid + " on " + host;
  }

  private static long startOf(ProcessHandle process) {
    String[] stat = read(Path.of("/proc", Long.toString(process.pid()), "stat")).split("\\) ");
    String[] numbers = stat[stat.length - 1].split(" ");
    if (stat.length > 1 && numbers.length > START_TICKS) {
      return Long.parseLong(numbers[START_TICKS]);
    }
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String hostName() {
    String name = Optional.ofNullable(System.getenv("HOSTNAME")).orElse("");
    if (name.isEmpty()) {
      name = read(Path.of("/etc/hostname"));
    }
    return name.isEmpty() ? "this machine" : name.replace('|', '-');
  }

  // The boot and the namespace of process numbers: two containers see different processes.
  private static String machineId() {
    try {
      String boot = read(Path.of("/proc/sys/kernel/random/boot_id"));
      Path numbers = Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
      return boot.isEmpty() ? "" : boot + " " + numbers;
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
