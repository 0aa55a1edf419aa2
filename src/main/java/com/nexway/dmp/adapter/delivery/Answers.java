package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.outbox.AnswerText;
import com.nexway.dmp.adapter.outbox.Entry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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

  /**
   * Reads one answer.
   *
   * @param entry the event that was sent
   * @param status the HTTP status; null where no answer came
   * @param headers the answer's headers, looked up regardless of case
   * @param body the answer's body; null where it had none
   * @param failure why no answer came; null where one did
   */
  public Outcome read(
      Entry entry,
      @Nullable Integer status,
      Map<String, Object> headers,
      @Nullable String body,
      @Nullable Throwable failure) {
    requests.answered(failure != null || status == null ? 0 : status);
    Instant now = clock.instant();
    if (failure != null || status == null) {
      return unanswered(entry, failure, now);
    }
    Object wait = headers.get("Retry-After");
    AnswerText answer = new AnswerText(status, AnswerBody.readable(body), now);
    return switch (status) {
      case 429 -> tooMany(entry, wait, now);
      case 501 -> new Outcome.NotImplemented(entry, answer);
      case 401, 404, 405, 407 -> new Outcome.WrongDoor(entry, Doors.refused(status));
      case 403, 408 -> new Outcome.Unclear(entry, answer, retryAfter.read(wait, now));
      default -> byClass(entry, answer, headers, now);
    };
  }

  private Outcome byClass(
      Entry entry, AnswerText answer, Map<String, Object> headers, Instant now) {
    return switch (answer.status() / 100) {
      case 2 -> new Outcome.Delivered(entry);
      case 3 -> new Outcome.WrongDoor(entry, Doors.moved(answer.status(), headers.get("Location")));
      case 4 -> new Outcome.Refused(entry, answer);
      default ->
          new Outcome.Unclear(entry, answer, retryAfter.read(headers.get("Retry-After"), now));
    };
  }

  /** 429 is the documented "already processed", unless a gateway speaks: it says how long. */
  private Outcome tooMany(Entry entry, @Nullable Object wait, Instant now) {
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
