package com.nexway.dmp.adapter.files;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many files and connections this process may have open at once. */
final class Descriptors {
  /** So near to the limit, what failed may have failed for that. */
  private static final long NEAR = 16;

  private Descriptors() {}

  /** Whether there are none left, or hardly any; false where the system does not tell. */
  static boolean areUsedUp() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        && areUsedUp(system);
  }

  private static boolean areUsedUp(UnixOperatingSystemMXBean system) {
    try {
      long open = system.getOpenFileDescriptorCount();
      return open >= 0 && open + NEAR >= system.getMaxFileDescriptorCount();
    } catch (InternalError e) {
      return true; // Java opens /proc/self/fd to count them, and cannot
    }
  }

  static String words() {
    String limit =
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
            ? " (%d)".formatted(system.getMaxFileDescriptorCount())
            : "";
    return """
    the system lets this program open no more files and connections%s: raise the limit (ulimit -n, \
    LimitNOFILE= of systemd) to 4096 or more, and start the adapter again"""
        .formatted(limit);
  }
}
