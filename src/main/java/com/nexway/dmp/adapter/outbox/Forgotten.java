package com.nexway.dmp.adapter.outbox;

import java.util.List;

/**
 * What one step of housekeeping removed.
 *
 * @param entries rows of events that are over
 * @param deadLetters rows of dead letters
 * @param fingerprints keys whose last state is remembered no more
 * @param files the files of those dead letters, relative to the folder of dead letters: to be
 *     deleted by the caller
 * @param more whether another step would remove more at once
 */
public record Forgotten(
    int entries, int deadLetters, int fingerprints, List<String> files, boolean more) {}
