package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.outbox.AnswerText;
import com.nexway.dmp.adapter.outbox.Earlier;
import com.nexway.dmp.adapter.outbox.Entry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of answers: what each status, or no answer at all, says of the event. */
public final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
  private static final int NO_CONTENT = 204;
  private static final int PROXY_ASKS = 407;

  /** A longer one is not obeyed: an hour is looked at again. */
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

  private final RetryAfter retryAfter;
  private final Clock clock;
  private final Requests requests;
  private final AnswerLog log;

  /**
   * @param requests told of each answer
   * @param log told of what a shop owner should hear of
   */
  public Answers(Clock clock, Requests requests, AnswerLog log) {
    this.retryAfter = new RetryAfter(LONGEST_RETRY_AFTER);
    this.clock = clock;
    this.requests = requests;
    this.log = log;
  }

  /** Reads what came back for {@code entry}. */
  public Meaning read(Entry entry, Answer came) {
    Meaning meaning = meaning(entry.earlier(), came);
    LOG.debug(
        "Event {}: {} means {}",
        entry.id(),
        came instanceof Answer.Given given ? given.status() : "no answer",
        meaning.getClass().getSimpleName());
    log.note(meaning);
    return meaning;
  }

  private Meaning meaning(Earlier earlier, Answer came) {
    if (came instanceof Answer.Given given) {
      requests.answered(given.status());
      return given(earlier, given, clock.instant());
    }
    if (came instanceof Answer.Unwritten held) {
      return new Meaning.Unwritten(held.why());
    }
    requests.answered(0);
    return came instanceof Answer.OfProxy proxy
        ? ofProxy(proxy.status())
        : none((Answer.None) came);
  }

  private Meaning given(Earlier earlier, Answer.Given came, Instant now) {
    if (came.status() / 100 == 2) {
      return isPage(came) ? page(came, now) : new Meaning.Delivered();
    }
    return switch (came.status()) {
      case 429 -> tooMany(earlier, came, now);
      case 501 -> new Meaning.Refused(Meaning.Refused.Kind.NOT_IMPLEMENTED, text(came, now));
      case 401, 404, 405, PROXY_ASKS, 410 ->
          new Meaning.NoAccess(AccessProblem.refused(came.status()));
      case 403, 408, 421, 423, 425, 499 -> unclear(came, now);
      default -> byClass(came, now);
    };
  }

  private Meaning byClass(Answer.Given came, Instant now) {
    return switch (came.status() / 100) {
      case 3 ->
          new Meaning.NoAccess(AccessProblem.moved(came.status(), came.headers().get("location")));
      case 4 -> new Meaning.Refused(Meaning.Refused.Kind.NOT_ACCEPTABLE, text(came, now));
      default -> unclear(came, now);
    };
  }

  /** A log-in or maintenance page that says 200 is not the DMP's word. */
  private static boolean isPage(Answer.Given came) {
    if (came.status() == NO_CONTENT) {
      return false;
    }
    String type = came.headers().getOrDefault("content-type", "").strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/html")
        || type.startsWith("application/xhtml")
        || came.body().replace("\uFEFF", "").stripLeading().startsWith("<");
  }

  private Meaning page(Answer.Given came, Instant now) {
    return new Meaning.Doubt(
        text(came, now),
        "The DMP answered "
            + came.status()
            + " with a web page, as a log-in or a maintenance page is, and not as the DMP does.",
        retryAfter.read(came.headers().get("retry-after"), now),
        false);
  }

  private Meaning unclear(Answer.Given came, Instant now) {
    return new Meaning.Doubt(
        text(came, now),
        "The DMP answered " + came.status() + ".",
        retryAfter.read(came.headers().get("retry-after"), now),
        false);
  }

  /** 429 is the documented "already processed", unless a gateway speaks. */
  private Meaning tooMany(Earlier earlier, Answer.Given came, Instant now) {
    if (Limiter.speaks(came)) {
      return new Meaning.SlowDown(retryAfter.read(came.headers().get("retry-after"), now));
    }
    return earlier.unanswered() || earlier.saidHad()
        ? new Meaning.Duplicate()
        : new Meaning.Again();
  }

  private Meaning ofProxy(int status) {
    if (status == PROXY_ASKS) {
      return new Meaning.NoAccess(AccessProblem.refused(status));
    }
    String said =
        "Your proxy (dmp.proxy) did not pass the request on to the DMP: it answered "
            + status
            + ".";
    AnswerText answer = new AnswerText(status, said, clock.instant());
    return new Meaning.Doubt(answer, said, Optional.empty(), false);
  }

  private Meaning none(Answer.None came) {
    // With TLS 1.3 a server refuses who has no certificate when the request is written already.
    boolean unread = !came.written() || came.failure() instanceof SSLHandshakeException;
    if (unread && Failures.isTlsRefused(came.failure())) {
      return new Meaning.NoAccess(AccessProblem.tls(came.failure()));
    }
    String words = Failures.inWords(came.failure());
    return new Meaning.Doubt(
        new AnswerText(0, words, clock.instant()),
        "The DMP did not answer: " + words + ".",
        Optional.empty(),
        came.written());
  }

  private static AnswerText text(Answer.Given came, Instant now) {
    return new AnswerText(came.status(), AnswerBody.readable(came.body()), now);
  }
}
