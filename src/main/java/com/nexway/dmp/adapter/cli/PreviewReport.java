package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.mapping.Change;
import com.nexway.dmp.adapter.mapping.Examples;
import com.nexway.dmp.adapter.mapping.Mapping;
import com.nexway.dmp.adapter.mapping.Preview;
import com.nexway.dmp.adapter.mapping.Sightings;
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
    Endings endings = new Endings();
    for (SourceRecord record : sample.records()) {
      Preview.Shown shown = preview.of(record);
      endings.add(shown.draft());
      shown.lines().forEach(out::println);
    }
    if (!sample.records().isEmpty()) {
      out.println(endings.words(sample.total()));
    }
    return right && endings.withoutEvent() == 0;
  }

  /**
   * Each record of which the mapping makes something else than the one that was used last.
   *
   * @return whether all is right
   */
  boolean changes(Sample sample, Mapping last) {
    out.println(
        "mappings/%s.yaml compared with the one that run used last, over %s of %s:"
            .formatted(mapping.name(), Endings.counted(sample.records().size()), sample.where()));
    boolean right = begin(sample);
    Preview before = new Preview(last, suppressed);
    Preview now = new Preview(mapping, suppressed);
    Endings endings = new Endings();
    ManyChanges changes = new ManyChanges(out);
    for (SourceRecord record : sample.records()) {
      Preview.Shown shown = now.of(record);
      endings.add(shown.draft());
      changes.add(Change.of(before.of(record), shown));
    }
    changes.sum(sample.records().size());
    if (endings.withoutEvent() > 0) {
      out.println(
          Endings.counted(endings.withoutEvent())
              + " without an event, changed or not; without --changed, preview tells why");
    }
    return examplesHold() && right && endings.withoutEvent() == 0;
  }

  /** An edit is often right and its examples old; a source does not start with either wrong. */
  private boolean examplesHold() {
    List<FileProblem> problems = Examples.run(mapping);
    if (!problems.isEmpty()) {
      out.println(
          "The examples of the mapping do not hold; a source does not start until they do:");
      problems.forEach(problem -> out.println("  " + problem));
    }
    return problems.isEmpty();
  }

  private boolean begin(Sample sample) {
    List<FileProblem> missing =
        sample.columns().isEmpty() ? List.of() : mapping.missing(sample.columns());
    missing.forEach(out::println);
    if (!sample.columns().isEmpty()) {
      mapping.remarks(sample.columns()).forEach(out::println);
    }
    sample.remarks().forEach(remark -> out.println("remark: " + remark));
    Sightings sightings = new Sightings(mapping);
    sample.records().forEach(sightings::look);
    sightings.remarks().forEach(remark -> out.println("remark: " + remark));
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
}
