package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.outbox.AnswerText;
import com.nexway.dmp.adapter.outbox.Entry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of answers: what each status, or no answer at all, means for the event. */
public final class Answers {
  /** What an unreadable {@code Retry-After} beside a 429 is taken for. */
  private static final Duration UNSAID = Duration.ofSeconds(60);

  private final RetrySettings settings;
  private final RetryAfter retryAfter;
  private final Clock clock;
  private final Requests requests;

  /**
   * @param requests told of each answer
   */
  public Answers(RetrySettings settings, Clock clock, Requests requests) {
    this.settings = settings;
    this.retryAfter = new RetryAfter(settings.longestRetryAfter());
    this.clock = clock;
    this.requests = requests;
  }

  /** Reads what came back for {@code entry}. */
  public Outcome read(Entry entry, Answer came) {
    requests.answered(came.status());
    Instant now = clock.instant();
    if (came.status() == 0) {
      return unanswered(entry, came.failure(), now);
    }
    AnswerText answer = new AnswerText(came.status(), AnswerBody.readable(came.body()), now);
    return switch (came.status()) {
      case 429 -> tooMany(entry, came.retryAfter(), now);
      case 501 -> new Outcome.NotImplemented(entry, answer);
      case 401, 404, 405, 407 -> new Outcome.WrongDoor(entry, Doors.refused(came.status()));
      case 403, 408 -> unclear(entry, answer, came, now);
      default -> byClass(entry, answer, came, now);
    };
  }

  private Outcome byClass(Entry entry, AnswerText answer, Answer came, Instant now) {
    return switch (came.status() / 100) {
      case 2 -> new Outcome.Delivered(entry);
      case 3 -> new Outcome.WrongDoor(entry, Doors.moved(came.status(), came.location()));
      case 4 -> new Outcome.Refused(entry, answer);
      default -> unclear(entry, answer, came, now);
    };
  }

  private Outcome unclear(Entry entry, AnswerText answer, Answer came, Instant now) {
    return new Outcome.Unclear(entry, answer, retryAfter.read(came.retryAfter(), now));
  }

  /** 429 is the documented "already processed", unless a gateway speaks: it says how long. */
  private Outcome tooMany(Entry entry, @Nullable String wait, Instant now) {
    if (wait != null) {
      return new Outcome.SlowDown(entry, now.plus(retryAfter.read(wait, now).orElse(UNSAID)));
    }
    return entry.tries() > 1
        ? new Outcome.Duplicate(entry)
        : new Outcome.OnceMore(entry, now.plus(settings.duplicateCheck()));
  }

  private static Outcome unanswered(Entry entry, @Nullable Throwable failure, Instant now) {
    if (failure != null && Failures.isTlsRefused(failure)) {
      return new Outcome.WrongDoor(entry, Doors.tls(failure));
    }
    AnswerText none = new AnswerText(0, Failures.inWords(failure), now);
    return new Outcome.Unclear(entry, none, Optional.empty());
  }
}
