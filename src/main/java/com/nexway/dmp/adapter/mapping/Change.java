package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.event.Columns;
import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Event;
import com.nexway.dmp.adapter.mapping.Preview.Shown;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an edited mapping makes differently of one record.
 *
 * @param lines the record's place, and a line for each thing that differs; empty where nothing does
 * @param costsRequest whether the record would be sent anew if its source handed it over again: its
 *     event is there and is not the one before
 */
public record Change(List<String> lines, boolean costsRequest) {
  /**
   * Compares what two mappings make of one record.
   *
   * @param before what the mapping made that was used last
   * @param now what the edited one makes
   */
  public static Change of(Shown before, Shown now) {
    List<String> lines = new ArrayList<>();
    if (before.draft() instanceof Draft.Ready was && now.draft() instanceof Draft.Ready is) {
      lines.addAll(headings(was.event(), is.event()));
      for (Difference whole : Difference.between(before.json(), now.json())) {
        whole.values().forEach(each -> lines.add(line(each, before.columns(), now.columns())));
      }
    } else {
      lines.addAll(ending(before, now));
    }
    if (!lines.isEmpty()) {
      lines.replaceAll(line -> "  " + line);
      lines.add(0, now.heading());
    }
    return new Change(List.copyOf(lines), isSentAnew(before.draft(), now.draft()));
  }

  /**
   * What differs, without the values: the properties, with {@code *} for each place in a list, and
   * the endings.
   */
  public Set<String> subjects() {
    Set<String> subjects = new LinkedHashSet<>();
    lines.stream()
        .skip(1)
        .map(line -> line.strip().split(": ", 2)[0].replaceAll("/\\d+(?=/|$)", "/*"))
        .forEach(subjects::add);
    return subjects;
  }

  private static boolean isSentAnew(Draft before, Draft now) {
    if (!(now instanceof Draft.Ready is)) {
      return false;
    }
    return !(before instanceof Draft.Ready was)
        || !was.event().key().equals(is.event().key())
        || !Difference.between(was.event().json(), is.event().json()).isEmpty();
  }

  private static List<String> headings(Event was, Event is) {
    List<String> lines = new ArrayList<>();
    heading("key", was.key(), is.key(), lines);
    heading("customer", was.customer(), is.customer(), lines);
    heading("version", was.version(), is.version(), lines);
    return lines;
  }

  private static void heading(
      String name, @Nullable Object was, @Nullable Object is, List<String> lines) {
    if (!Objects.equals(was, is)) {
      lines.add(name + ": " + shown(was) + " → " + shown(is));
    }
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "none" : value.toString();
  }

  private static String line(Difference difference, Columns before, Columns now) {
    String column = (difference.other() == null ? before : now).of(difference.pointer());
    String what = difference.one() + " → " + difference.other();
    if (difference.one() == null) {
      what = "appears, " + difference.other();
    } else if (difference.other() == null) {
      what = "vanishes, was " + difference.one();
    }
    return difference.pointer() + ": " + what + (column == null ? "" : "   from column " + column);
  }

  /** One of them is no event. A record that is skipped for another reason stays skipped. */
  private static List<String> ending(Shown before, Shown now) {
    boolean skippedBefore = before.draft() instanceof Draft.Skipped;
    if (skippedBefore && now.draft() instanceof Draft.Skipped
        || !skippedBefore && !now.errors().isEmpty() && before.errors().equals(now.errors())) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    if (before.draft() instanceof Draft.Skipped was) {
      lines.add("was skipped: " + was.reason());
    } else if (before.draft() instanceof Draft.Refused) {
      lines.add("was refused: " + String.join("; ", before.errors()));
    } else {
      lines.add("was an event");
    }
    if (now.draft() instanceof Draft.Refused) {
      now.errors().forEach(error -> lines.add("is refused: " + error));
    }
    return lines;
  }
}
