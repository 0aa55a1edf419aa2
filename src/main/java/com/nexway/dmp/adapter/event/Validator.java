package com.nexway.dmp.adapter.event;

import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.event.Draft.Ready;
import com.nexway.dmp.adapter.event.Draft.Refused;
import com.nexway.dmp.adapter.record.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether an event may be sent: an error is what the DMP is known to refuse, a warning is
 * what a careful reader of the document doubts.
 *
 * <p>Types, needs, values and ranges are those of event.schema.json ({@link Check}); what they
 * cannot say stands in {@link Rules}, and what it allows and no shop means in {@link Plausibility}.
 * It keeps no state and may be used by many threads.
 */
public final class Validator {
  /** A rule of ours: what is larger is no event of a shop, and would hold up the others. */
  private static final int LARGEST = 1024 * 1024;

  private final Check event = new Check(EventDocument.document().root());

  /** A batch in which every ready draft that breaks a rule has become a refused one. */
  public Drafts validate(Drafts drafts) {
    List<Draft> checked = new ArrayList<>(drafts.drafts().size());
    for (Draft draft : drafts.drafts()) {
      checked.add(checked(draft));
    }
    return new Drafts(drafts.batch(), checked);
  }

  /**
   * All that is wrong with an event as it would be sent, errors and warnings, in the order of its
   * properties; at most {@value Findings#MOST} of each, and a last one that tells how many more
   * there are.
   */
  public List<Problem> violations(ObjectNode json) {
    Findings found = new Findings(Columns.UNKNOWN);
    check(json, found);
    if (!found.hasErrors()) {
      checkSize(EventJson.bytes(json).length, found);
    }
    return found.problems();
  }

  private static void checkSize(int bytes, Findings found) {
    if (bytes > LARGEST) {
      found.error(
          null,
          "is %,d bytes long, and at most %,d (1 MB) are sent (a rule of ours): give it fewer items,"
                  .formatted(bytes, LARGEST)
              + " or leave out long texts");
    }
  }

  private void check(ObjectNode json, Findings found) {
    event.value(json, found);
    Rules.check(json, found);
    if (!found.hasErrors()) {
      Plausibility.check(json, found);
    }
  }

  /** The draft, or a refused one where it is ready and breaks a rule. */
  public Draft checked(Draft draft) {
    return draft instanceof Ready ready ? checked(ready) : draft;
  }

  private Draft checked(Ready ready) {
    Findings found = new Findings(ready.columns());
    check(ready.event().json(), found);
    Long acquired = ready.event().acquired();
    if (acquired != null) {
      found.enter(Event.META);
      found.enter(Event.ACQUIRED);
      event.member(Event.META).member(Event.ACQUIRED).value(LongNode.valueOf(acquired), found);
      found.leave();
      found.leave();
    }
    if (!found.hasErrors()) {
      checkSize(ready.event().size(), found);
    }
    if (found.none()) {
      return ready;
    }
    List<Problem> problems = new ArrayList<>(ready.warnings());
    problems.addAll(found.problems());
    return found.hasErrors()
        ? new Refused(ready.record(), ready.event().key(), ready.event(), problems)
        : new Ready(ready.record(), ready.event(), problems, ready.columns());
  }
}
