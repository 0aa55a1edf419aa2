package com.nexway.dmp.adapter.outbox;

import java.util.List;

/**
 * What was erased about one person: a receipt.
 *
 * @param events events that waited, and traces of those that were sent
 * @param deadLetters dead letters
 * @param fingerprints keys whose last state was remembered
 * @param files the files of those dead letters, relative to the folder of dead letters: to be
 *     deleted by the caller
 */
public record Erased(int events, int deadLetters, int fingerprints, List<String> files) {
  Erased plus(Erased other) {
    List<String> all = new java.util.ArrayList<>(files);
    all.addAll(other.files);
    return new Erased(
        events + other.events,
        deadLetters + other.deadLetters,
        fingerprints + other.fingerprints,
        List.copyOf(all));
  }
}
