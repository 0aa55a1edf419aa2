package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.mapping.Change;
import com.nexway.dmp.adapter.mapping.Mapping;
import com.nexway.dmp.adapter.mapping.Preview;
import com.nexway.dmp.adapter.mapping.SuppressedAddresses;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.record.Unreadable;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.io.PrintWriter;
import java.util.List;

/** Tells what a mapping makes of records. */
final class PreviewReport {
  private final Mapping mapping;
  private final SuppressedAddresses suppressed;
  private final PrintWriter out;

  PreviewReport(Mapping mapping, SuppressedAddresses suppressed, PrintWriter out) {
    this.mapping = mapping;
    this.suppressed = suppressed;
    this.out = out;
  }

  /**
   * Each record as an event, value by value.
   *
   * @return whether all is right
   */
  boolean events(Sample sample) {
    out.println(sample.where() + ":");
    boolean right = begin(sample);
    Preview preview = new Preview(mapping, suppressed);
    for (SourceRecord record : sample.records()) {
      Preview.Shown shown = preview.of(record);
      right &= !(shown.draft() instanceof Draft.Refused);
      shown.lines().forEach(out::println);
    }
    return right;
  }

  /**
   * Each record of which the mapping makes something else than the one that was used last.
   *
   * @return whether all is right
   */
  boolean changes(Sample sample, Mapping last) {
    out.println(
        "mappings/%s.yaml compared with the one that run used last, over %s of %s:"
            .formatted(mapping.name(), counted(sample.records().size()), sample.where()));
    boolean right = begin(sample);
    Preview before = new Preview(last, suppressed);
    Preview now = new Preview(mapping, suppressed);
    int differ = 0;
    int requests = 0;
    for (SourceRecord record : sample.records()) {
      Preview.Shown shown = now.of(record);
      right &= !(shown.draft() instanceof Draft.Refused);
      Change change = Change.of(before.of(record), shown);
      change.lines().forEach(out::println);
      differ += change.lines().isEmpty() ? 0 : 1;
      requests += change.costsRequest() ? 1 : 0;
    }
    int all = sample.records().size();
    out.printf("%s, %d differ, %d the same%n", counted(all), differ, all - differ);
    out.printf("If all were sent again: %d request%s%n", requests, requests == 1 ? "" : "s");
    return right;
  }

  private boolean begin(Sample sample) {
    List<FileProblem> missing =
        sample.columns().isEmpty() ? List.of() : mapping.missing(sample.columns());
    missing.forEach(out::println);
    if (sample.records().isEmpty() && sample.unreadable().isEmpty()) {
      out.println("There is no record in it.");
    }
    for (Unreadable unreadable : sample.unreadable()) {
      out.println(
          unreadable.origin().place()
              + ": cannot be read: "
              + unreadable.problems().get(0).message());
    }
    return missing.isEmpty() && sample.unreadable().isEmpty();
  }

  private static String counted(int records) {
    return records == 1 ? "1 record" : records + " records";
  }
}
