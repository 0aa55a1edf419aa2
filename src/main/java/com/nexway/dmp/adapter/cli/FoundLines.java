package com.nexway.dmp.adapter.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.outbox.Found;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalInt;

/** What was found, a line each for people and an object each for programs. */
final class FoundLines {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final OptionalInt perSecond;
  private final Clock clock;

  /**
   * @param perSecond how many are sent in a second at most; empty for no limit
   */
  FoundLines(OptionalInt perSecond, Clock clock) {
    this.perSecond = perSecond;
    this.clock = clock;
  }

  String line(Found found) {
    return found.state() == Found.State.SUPPRESSED
        ? "This address is %s: what comes of it is skipped; erase --unsuppress lets it in again"
            .formatted(words(found))
        : "%s (shop %s): %s".formatted(name(found), found.shop(), words(found));
  }

  /** The kind and what the shop calls it; of a hashed key the kind alone. */
  private static String name(Found found) {
    String key = found.key().replaceFirst(":?#[0-9a-f]{32}$", "");
    return key.isEmpty() ? found.source() + ", " + found.origin() : key.replaceFirst(":", " ");
  }

  private String words(Found found) {
    String at = time(found.at());
    return switch (found.state()) {
      case WAITING -> "waiting" + place(found);
      case PAUSED ->
          "waiting: the source %1$s is paused; resume %1$s lets it go on".formatted(found.source());
      case UNDER_WAY -> "being sent now";
      case RETURNING ->
          "on its way back: tried %s, again at %s (%s)".formatted(tries(found), at, found.why());
      case DELIVERED -> "delivered %s; not sent again while it is unchanged".formatted(at);
      case DUPLICATE -> "the DMP had it before, as it said %s".formatted(at);
      case UNCHANGED -> "not sent: unchanged since %s".formatted(at);
      case SKIPPED -> "skipped: %s, %s".formatted(found.why(), at);
      case STALE -> "not sent: older than what was accepted before, %s".formatted(at);
      case INVALID -> "no valid event, %s: %s%s".formatted(at, found.why(), file(found));
      case REFUSED -> "refused by the DMP at %s: %s%s".formatted(at, found.why(), file(found));
      case GIVEN_UP -> "given up at %s: %s%s".formatted(at, found.why(), file(found));
      case SUPPRESSED -> "suppressed since %s".formatted(at);
    };
  }

  private static String tries(Found found) {
    return found.tries() == 1 ? "once" : found.tries() + " times";
  }

  private static String file(Found found) {
    return found.file().isEmpty() ? "" : ", dead-letters/" + found.file();
  }

  private String place(Found found) {
    return found.place() == 0 ? "" : ", place " + found.place() + left(found);
  }

  private String left(Found found) {
    if (perSecond.isEmpty()) {
      return "";
    }
    long seconds = seconds(found);
    return ", about "
        + (seconds < 120
            ? seconds + " s"
            : seconds < 7_200 ? seconds / 60 + " minutes" : seconds / 3_600 + " hours");
  }

  private long seconds(Found found) {
    int limit = perSecond.orElse(1);
    return (found.place() + limit - 1) / limit;
  }

  /** Of today the time alone. */
  private String time(Instant at) {
    ZonedDateTime local = at.atZone(clock.getZone());
    return local.format(local.toLocalDate().equals(LocalDate.now(clock)) ? TIME : DAY);
  }

  ObjectNode json(Found found) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("state", found.state().name().toLowerCase(Locale.ROOT));
    json.put("shop", found.shop()).put("key", found.key()).put("source", found.source());
    json.put("origin", found.origin()).put("at", found.at().toString());
    json.put("why", found.why()).put("tries", found.tries());
    if (found.place() > 0) {
      json.put("place", found.place());
      perSecond.ifPresent(limit -> json.put("secondsLeft", seconds(found)));
    }
    if (!found.file().isEmpty()) {
      json.put("file", "dead-letters/" + found.file());
    }
    return json;
  }
}
