package com.nexway.dmp.adapter.source.webhook;

/** A notification is not the JSON that its address takes; the message says what it must be. */
public final class WebhookUnreadable extends Exception {
  public WebhookUnreadable(String message) {
    super(message);
  }
}
