package com.nexway.dmp.adapter.mapping.conversion;

/** Where a conversion tells what a careful reader doubts. */
@FunctionalInterface
public interface Doubts {
  /** Adds a warning about the value that is being converted. */
  void about(String message);
}
