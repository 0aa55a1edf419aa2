package com.nexway.dmp.adapter.outbox;

/**
 * One number about one source.
 *
 * @param source the source's name
 * @param what what is counted: read, queued, waiting, retrying, delivered, duplicate, dead,
 *     unchanged, stale, superseded, skipped, missed (found by a nightly look)
 * @param number how many, since the outbox was made; for waiting and retrying, now
 */
public record Count(String source, String what, long number) {}
