package com.nexway.dmp.adapter.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.event.JsonText.Value;
import com.nexway.dmp.adapter.files.Utf8;
import com.nexway.dmp.adapter.record.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * A file of ready Event JSON, checked: one event, a list of events, or an event a line (JSON
 * lines). Of a dead letter, its {@code event} is checked.
 *
 * <p>Each problem is a line, {@code FILE: /json/pointer: what is wrong}; where a file has several
 * events that are not in a list, {@code FILE:LINE: /json/pointer: what is wrong}.
 */
public final class EventFile {
  /** The largest file that is read, in bytes: 100 MiB. */
  static final int LARGEST = 100 << 20;

  private final String name;
  private final Validator validator;
  private final Consumer<String> lines;
  private final byte[] utf8;
  private final TextPlaces places;
  private int events;
  private int wrong;
  private int doubtful;
  private int letters;

  private EventFile(String name, byte[] utf8, Validator validator, Consumer<String> lines) {
    this.name = name;
    this.utf8 = utf8;
    this.validator = validator;
    this.lines = lines;
    this.places = new TextPlaces(utf8);
  }

  /**
   * What was found in a file.
   *
   * @param events how many events were read
   * @param wrong how many of them have errors, and parts that could not be read
   * @param doubtful how many have warnings alone
   * @param letters how many of them stood in dead letters
   */
  public record Summary(int events, int wrong, int doubtful, int letters) {}

  /**
   * Checks a file.
   *
   * @param name the file's name for people
   * @param lines takes a line a problem
   * @throws IOException where it cannot be read
   */
  public static Summary check(
      String name, InputStream in, Validator validator, Consumer<String> lines) throws IOException {
    byte[] utf8 = Utf8.bytes(in.readNBytes(LARGEST + 1));
    EventFile file = new EventFile(name, utf8, validator, lines);
    file.check();
    return new Summary(file.events, file.wrong, file.doubtful, file.letters);
  }

  private void check() throws IOException {
    int notUtf8 = places.firstNotUtf8();
    if (utf8.length > LARGEST) {
      unreadable(
          "is larger than " + (LARGEST >> 20) + " MiB: split it, such as into an event a line");
    } else if (notUtf8 >= 0) {
      unreadable(notUtf8, "is not UTF-8: save the file as UTF-8");
    } else {
      read();
      if (events == 0 && wrong == 0) {
        unreadable("holds no event");
      }
    }
  }

  private void read() throws IOException {
    int from = 0;
    while (from < utf8.length) {
      JsonText text = new JsonText(utf8, from);
      try {
        for (Value value = text.next(); value != null; value = text.next()) {
          event(value);
        }
        from = utf8.length;
      } catch (JsonProcessingException e) {
        noJson(text.place(e), e);
        // JSON lines go on at the next line; a list is not to be followed any further.
        from = text.inList() ? utf8.length : places.nextObjectLine(text.begin());
      }
    }
  }

  private void event(Value value) {
    boolean single = events == 0 && !places.hasMore(value.end());
    String where =
        value.pointer().isEmpty() && !single ? name + ":" + places.line(value.begin()) : name;
    events++;
    boolean errors = !value.twice().isEmpty();
    boolean warnings = false;
    for (String pointer : value.twice()) {
      lines.accept(where + ": " + pointer + ": stands twice in its object: leave one of them out");
    }
    boolean letter = value.json().has("deadLetter") && value.json().has("event");
    letters += letter ? 1 : 0;
    String pointer = value.pointer() + (letter ? "/event" : "");
    if ((letter ? value.json().get("event") : value.json()) instanceof ObjectNode event) {
      for (Problem problem : validator.violations(event)) {
        errors |= problem.isError();
        warnings |= !problem.isError();
        lines.accept(where + ": " + line(pointer, problem));
      }
    } else {
      errors = true;
      lines.accept(where + ": " + pointer(pointer) + "must be an event, an object in { }");
    }
    wrong += errors ? 1 : 0;
    doubtful += !errors && warnings ? 1 : 0;
  }

  private static String line(String event, Problem problem) {
    return pointer(problem.pointer().isEmpty() ? "" : event + problem.pointer())
        + (problem.isError() ? "" : "warning: ")
        + problem.message()
        + (problem.value() == null ? "" : " (got " + problem.value() + ")");
  }

  private static String pointer(String pointer) {
    return pointer.isEmpty() ? "" : pointer + ": ";
  }

  private void noJson(int at, JsonProcessingException e) {
    if (e instanceof StreamConstraintsException) {
      unreadable(at, "is longer or nested deeper than any event");
    } else {
      String around = Shown.cut(places.around(at));
      unreadable(at, "is not JSON: " + reason(at) + (around.isEmpty() ? "" : ", at " + around));
    }
  }

  private String reason(int at) {
    if (at >= utf8.length) {
      return "the text ends in the middle of an event";
    }
    return switch (utf8[at]) {
      case '\'' -> "names and texts stand in \", not in '";
      case '/', '#' -> "there are no comments in JSON";
      case '\n', '\r', '\t' ->
          "a text goes on over the end of its line or has a tab: write \\n or \\t";
      case '}', ']' ->
          places.before(at) == ','
              ? "a comma too many before " + (char) utf8[at]
              : "a " + (char) utf8[at] + " does not belong here";
      default -> "a comma, a colon or a \" may be missing";
    };
  }

  private void unreadable(String message) {
    wrong++;
    lines.accept(name + ": " + message);
  }

  private void unreadable(int at, String message) {
    wrong++;
    lines.accept(name + ":" + places.line(at) + ":" + places.column(at) + ": " + message);
  }
}
