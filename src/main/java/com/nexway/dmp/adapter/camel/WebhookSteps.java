package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.http.HttpReply;
import com.nexway.dmp.adapter.http.RequestHead;
import com.nexway.dmp.adapter.source.webhook.Refusals;
import com.nexway.dmp.adapter.source.webhook.WebhookHead;
import com.nexway.dmp.adapter.source.webhook.WebhookReceiver;
import com.nexway.dmp.adapter.source.webhook.WebhookRefused;
import com.nexway.dmp.adapter.source.webhook.WebhookReply;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of routes/webhook.yaml that are ours; bean {@code webhook}. */
public final class WebhookSteps {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookSteps.class);

  private static final String REPLY = "reply";
  private static final String RAW = "raw";

  /** What the shop signed and was answered, where its dead letter is on disk. */
  private static final String KEPT = "kept";

  private final WebhookReceiver webhooks;
  private final Refusals refusals;

  WebhookSteps(WebhookReceiver webhooks, Refusals refusals) {
    this.webhooks = webhooks;
    this.refusals = refusals;
  }

  /** Lets a notification in that the shop signed. */
  public void verify(String source, Exchange exchange) throws WebhookRefused {
    byte[] body = exchange.getMessage().getBody(byte[].class);
    exchange.setVariable(RAW, body);
    HttpReply denied = exchange.getVariable(RequestConsumer.DENIED, HttpReply.class);
    if (denied != null) {
      throw new WebhookRefused(new WebhookReply(denied.status(), denied.words()));
    }
    webhooks.verify(source, head(exchange), body);
  }

  /** Makes the JSON in the body a batch. */
  public void batch(String source, Exchange exchange) throws WebhookRefused {
    Message message = exchange.getMessage();
    message.setBody(webhooks.batch(source, head(exchange), message.getBody()));
  }

  /** The batch is on disk. */
  public void taken(String source, Exchange exchange) {
    exchange.setVariable(REPLY, webhooks.taken(source));
  }

  /**
   * The notification is not what this address takes. What the shop signed becomes a batch of one
   * dead letter; otherwise the body is null.
   */
  public void refused(String source, Exchange exchange) {
    Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    byte[] raw = exchange.getVariable(RAW, byte[].class);
    WebhookReply reply =
        caught instanceof WebhookRefused refused
            ? refused.reply()
            : new WebhookReply(400, WebhookJson.why(caught, raw, head(exchange).charset()));
    exchange.setVariable(REPLY, reply);
    boolean isFromTheShop = reply.status() != 401 && webhooks.isSigned(source);
    if (isFromTheShop) {
      exchange.setVariable(KEPT, reply);
    }
    exchange.getMessage().setBody(isFromTheShop ? webhooks.letter(source, reply, raw) : null);
  }

  /** We cannot keep it now. */
  public void later(String source, Exchange exchange) {
    Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    exchange.removeVariable(KEPT);
    exchange.setVariable(REPLY, webhooks.later(source, Causes.words(caught), Causes.fault(caught)));
  }

  /** Answers, with nothing of what was sent. */
  public void answer(String source, Exchange exchange) {
    WebhookReply reply = exchange.getVariable(REPLY, WebhookReply.class);
    if (exchange.getVariable(RequestConsumer.DENIED) == null) {
      refusals.answered(source, reply); // what was turned away at the gate is counted there
    }
    WebhookReply kept = exchange.getVariable(KEPT, WebhookReply.class);
    if (kept != null) {
      refusals.signed(source, kept);
    }
    LOG.debug("{}: a notification is answered with {}", source, reply.status());
    HttpReply answer = HttpReply.json(reply.status(), reply.words());
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    answer.headers().forEach(message::setHeader);
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, reply.status());
    message.setBody(answer.body());
  }

  private static WebhookHead head(Exchange exchange) {
    return WebhookGate.head(exchange.getVariable(RequestConsumer.HEAD, RequestHead.class));
  }
}
