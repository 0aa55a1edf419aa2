package com.nexway.dmp.adapter.source.webhook;

/** A notification is turned away; the message says why. */
public final class WebhookRefused extends Exception {
  private final transient WebhookReply reply;

  /**
   * @param reply what the shop is answered
   */
  public WebhookRefused(WebhookReply reply) {
    super(reply.words(), null, false, false);
    this.reply = reply;
  }

  /** Its body is not what the address takes: 400. */
  public WebhookRefused(String why) {
    this(new WebhookReply(400, why));
  }

  /** What the shop is answered. */
  public WebhookReply reply() {
    return reply;
  }
}
