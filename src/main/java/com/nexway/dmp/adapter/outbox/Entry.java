package com.nexway.dmp.adapter.outbox;

/**
 * A claimed event.
 *
 * @param id its place in the outbox's order
 * @param source the source whose record it was made from
 * @param key what identifies the record
 * @param customer whose events are kept in order, as the outbox stores it: a hash
 * @param action the event's action
 * @param tries how often it was claimed, this time included
 * @param earlier how its earlier attempts ended
 * @param kin whether an event of the same customer was given up as poison, and none of his was
 *     taken since
 * @param epoch the lease under which it was claimed
 * @param body the exact bytes to send
 */
public record Entry(
    long id,
    String source,
    String key,
    String customer,
    String action,
    int tries,
    Earlier earlier,
    boolean kin,
    long epoch,
    byte[] body) {}
