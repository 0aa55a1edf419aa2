package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.http.HttpReply;
import com.nexway.dmp.adapter.http.RequestHead;
import com.nexway.dmp.adapter.source.webhook.BodyLook;
import com.nexway.dmp.adapter.source.webhook.Refusals;
import com.nexway.dmp.adapter.source.webhook.WebhookHead;
import com.nexway.dmp.adapter.source.webhook.WebhookReceiver;
import com.nexway.dmp.adapter.source.webhook.WebhookReply;
import com.nexway.dmp.adapter.text.OneLine;
import com.nexway.dmp.adapter.text.Sparing;
import com.nexway.dmp.adapter.yaml.Nearest;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may post to {@code /webhooks/NAME}. */
final class WebhookGate implements Gate {
  /** What all addresses of the port begin with. */
  static final String ADDRESSES = "/webhooks/";

  private static final Logger LOG = LoggerFactory.getLogger(WebhookGate.class);
  private static final int LONGEST_NAME = 60;

  /** Wrong names that are told apart; whoever tries more of them is one line. */
  private static final int NAMES = 10;

  /**
   * Answers to what the shop itself may have sent: another method, a body that is too long, another
   * type, an Expect. Where its signature fits, it is told of more than a stranger is.
   */
  private static final Set<Integer> OF_THE_SHOP_TOO = Set.of(405, 413, 415, 417);

  private final WebhookReceiver webhooks;
  private final Refusals refusals;
  private final Set<String> sources;
  private final Set<String> stopped;
  private final Sparing wrongNames =
      new Sparing(Sparing.TEN_MINUTES, NAMES, System::nanoTime, LOG::warn);

  /**
   * @param sources the names of the webhook sources
   * @param stopped the names of all sources that were not started
   */
  WebhookGate(
      WebhookReceiver webhooks, Refusals refusals, Set<String> sources, Set<String> stopped) {
    this.webhooks = webhooks;
    this.refusals = refusals;
    this.sources = sources;
    this.stopped = stopped;
  }

  @Override
  public Optional<HttpReply> deny(RequestHead request) {
    return webhooks
        .turnedAway(source(request), head(request))
        .map(reply -> HttpReply.json(reply.status(), reply.words()));
  }

  @Override
  public @Nullable Look answered(RequestHead request, HttpReply reply) {
    String source = source(request);
    refusals.answered(source, new WebhookReply(reply.status(), reply.words()));
    return OF_THE_SHOP_TOO.contains(reply.status()) ? look(source, head(request)) : null;
  }

  private Look look(String source, WebhookHead head) {
    BodyLook look = webhooks.look(source, head);
    return new Look() {
      @Override
      public void see(byte[] bytes) {
        look.see(bytes);
      }

      @Override
      public byte @Nullable [] found() {
        return look.isSigned() ? look.first() : null;
      }
    };
  }

  /** A sender that does not come again after a 404 must not lose what was meant for a source. */
  @Override
  public HttpReply missing(RequestHead head) {
    String name = source(head);
    if (stopped.contains(name) || sources.contains(name)) {
      return HttpReply.json(503, "this source is not started; send it again");
    }
    boolean isWebhook = head.path().startsWith(ADDRESSES);
    String shown = isWebhook ? OneLine.of(name, LONGEST_NAME) : "";
    wrongNames.say(
        shown,
        isWebhook
            ? "webhooks: something was sent to %s%s, and no source has that name%s (there are: %s)"
                .formatted(
                    ADDRESSES,
                    shown,
                    Nearest.hint(shown, sources),
                    String.join(", ", new TreeSet<>(sources)))
            : "webhooks: something was sent to an address that does not begin with " + ADDRESSES);
    return HttpReply.json(
        404,
        isWebhook
            ? "there is no source of that name; the adapter's log tells which there are"
            : "there is nothing at this address; webhooks go to " + ADDRESSES + "NAME");
  }

  private static String source(RequestHead head) {
    return head.path().startsWith(ADDRESSES) ? head.path().substring(ADDRESSES.length()) : "";
  }

  /** What a webhook source asks of a request. */
  static WebhookHead head(RequestHead request) {
    return new WebhookHead(request.length(), request::text);
  }
}
