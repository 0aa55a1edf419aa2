package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.event.Event;

/**
 * A dead letter that somebody hands in again.
 *
 * @param letter its number
 * @param event its event, mended or not
 * @param mapped whether its record was mapped again, which says whose event it is; of an event that
 *     was kept, its letter does
 * @param forced whether a newer state of the record may be undone
 */
public record Resend(long letter, Event event, boolean mapped, boolean forced) {}
