package com.nexway.dmp.adapter.outbox;

/**
 * What became of a batch.
 *
 * @param queued events stored, to be sent
 * @param unchanged records whose event is the one last accepted: no request
 * @param stale records older than the last one seen for their key
 * @param superseded waiting events that a newer one of the same key replaced
 * @param skipped records that the mapping leaves out on purpose
 * @param dead records that became dead letters
 */
public record Accepted(
    int queued, int unchanged, int stale, int superseded, int skipped, int dead) {}
