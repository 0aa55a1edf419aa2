package com.nexway.dmp.adapter.source.webhook;

/**
 * What a shop is answered.
 *
 * @param status the HTTP status
 * @param words what is so, and what to mend; never a part of what was sent
 */
public record WebhookReply(int status, String words) {
  /** It is on disk. */
  static final WebhookReply TAKEN = new WebhookReply(200, "taken");

  /** The store is away: what is so is told by health, not by each answer. */
  static final WebhookReply LATER = new WebhookReply(503, "it cannot be kept now; send it again");

  static final WebhookReply PING = new WebhookReply(200, "this address works");
}
