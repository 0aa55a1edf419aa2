package com.nexway.dmp.adapter.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How often the threads of a process went to sleep of their own will, which is how often they were
 * woken, from Linux' {@code /proc/PID/task}. Java's own threads do not count.
 *
 * @param byThread times by the thread's number and name
 */
public record Wakeups(Map<String, Long> byThread) {
  /** As the system has them: 15 characters. */
  private static final List<String> JAVAS_OWN =
      List.of(
          "java",
          "VM Thread",
          "VM Periodic Tas",
          "Monitor Deflati",
          "Service Thread",
          "Signal Dispatch",
          "Reference Handl",
          "Finalizer",
          "Common-Cleaner",
          "Notification Th",
          "Sweeper thread",
          "Attach Listener");

  /** What they are now. */
  public static Wakeups of(long process) throws IOException {
    Map<String, Long> byThread = new HashMap<>();
    try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(process), "task"))) {
      for (Path task : tasks.toList()) {
        String name = Files.readString(task.resolve("comm")).strip();
        if (!isJavas(name)) {
          byThread.put(task.getFileName() + " " + name, sleeps(task.resolve("status")));
        }
      }
    }
    return new Wakeups(byThread);
  }

  /** Those since an earlier look, by thread; threads that did not wake are left out. */
  public Map<String, Long> since(Wakeups earlier) {
    Map<String, Long> since = new TreeMap<>();
    byThread.forEach(
        (thread, times) -> {
          long more = times - earlier.byThread.getOrDefault(thread, 0L);
          if (more > 0) {
            since.put(thread, more);
          }
        });
    return since;
  }

  private static boolean isJavas(String name) {
    return JAVAS_OWN.contains(name) || name.startsWith("C1 ") || name.startsWith("C2 ");
  }

  private static long sleeps(Path status) throws IOException {
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("voluntary_ctxt_switches:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    }
  }
}
