package com.nexway.dmp.adapter.http;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What a port takes from all its clients together, and how long it waits for each.
 *
 * @param connections most at a time
 * @param perAddress most of one address at a time
 * @param bodies bytes of all bodies that are not answered yet
 * @param longestBody bytes of one body
 * @param longestHead bytes of one head
 * @param head from a head's first byte, or from the connection's beginning, to its end
 * @param body from a head's end to the end of its body
 * @param idle from an answer to the next request on the same connection
 * @param answer for an answer to be taken by the client
 * @param linger for a client to read why its request was not read to the end
 */
public record PortLimits(
    int connections,
    int perAddress,
    long bodies,
    long longestBody,
    int longestHead,
    Duration head,
    Duration body,
    Duration idle,
    Duration answer,
    Duration linger) {
  private static final int HEAD = 8 * 1024;
  private static final int FEWEST = 16;
  private static final int MOST = 10_000;

  /** An eighth of the heap is a part that its other users can spare. */
  private static final int PART = 8;

  /**
   * The limits that fit this process: its heap, and half of the descriptors that it has left.
   *
   * @param longestBody bytes of one body
   */
  public static PortLimits forWebhooks(long longestBody) {
    long part = Runtime.getRuntime().maxMemory() / PART;
    long fit = Math.min(part / (2 * HEAD), descriptors() / 2);
    return with((int) Math.max(FEWEST, Math.min(MOST, fit)), part, longestBody);
  }

  /** The limits of a port that a few monitors ask, and nobody sends bodies to. */
  public static PortLimits forQuestions() {
    return with(4 * FEWEST, HEAD, 0);
  }

  private static PortLimits with(int connections, long part, long longestBody) {
    return new PortLimits(
        connections,
        Math.max(FEWEST, connections / PART),
        part,
        longestBody,
        HEAD,
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofSeconds(3));
  }

  /** How many more files and connections this process may open; plenty where none can be told. */
  private static long descriptors() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean machine
            && machine.getMaxFileDescriptorCount() > 0
        ? machine.getMaxFileDescriptorCount() - machine.getOpenFileDescriptorCount()
        : MOST;
  }
}
