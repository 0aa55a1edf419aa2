package com.nexway.dmp.adapter.operations;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whether the adapter works, as a scheduler of containers, a monitor and an operator ask it.
 *
 * <p><em>Live</em> means that the process answers. <em>Ready</em> means that it does its work: the
 * store is writable, sources started, ports are open, the last polls and the delivery went well.
 */
public final class Health {
  private static final JsonMapper JSON = new JsonMapper();

  private final List<Supplier<List<Finding>>> looks;

  /**
   * @param looks each looks at one part when asked; one that throws counts as broken
   */
  public Health(List<Supplier<List<Finding>>> looks) {
    this.looks = List.copyOf(looks);
  }

  /** What all looks find now. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (Supplier<List<Finding>> look : looks) {
      try {
        findings.addAll(look.get());
      } catch (RuntimeException e) {
        findings.add(Finding.broken("health", "a part cannot be looked at: " + e.getMessage()));
      }
    }
    return findings;
  }

  /** Whether every part works. */
  public boolean isReady() {
    return findings().stream().allMatch(Finding::fine);
  }

  /** The findings, as {@code /health/ready} answers them. */
  public Report report() {
    List<Finding> findings = findings();
    boolean ready = findings.stream().allMatch(Finding::fine);
    ObjectNode root = JSON.createObjectNode();
    root.put("status", ready ? "UP" : "DOWN");
    ArrayNode checks = root.putArray("checks");
    for (Finding finding : findings) {
      checks
          .addObject()
          .put("part", finding.part())
          .put("status", finding.fine() ? "UP" : "DOWN")
          .put("words", finding.words());
    }
    return new Report(ready ? 200 : 503, root.toPrettyString() + "\n");
  }

  /**
   * An answer to a monitor.
   *
   * @param status the HTTP status: 200, or 503 where a part does not work
   * @param json each part and what is so
   */
  public record Report(int status, String json) {}
}
