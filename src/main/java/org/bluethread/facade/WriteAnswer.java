package org.bluethread.facade;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.apache.jena.riot.out.NodeFmtLib;
import org.bluethread.gate.Report;
import org.bluethread.gate.Result;
import org.bluethread.graph.Commit;
import org.bluethread.graph.Outcome;

/**
 * What a writer is told after a write that was not refused.
 *
 * @param commit the number of the commit; absent when nothing changed
 * @param added how many quads came
 * @param removed how many quads went
 * @param message in words, where there is something to explain
 * @param heldIn the graphs that hold what was matched but not changed
 * @param warnings what the gate let pass and found worth saying
 * @param stoodBefore what shapes that came into force found in data stored before, the first
 *     hundred
 * @param stoodBeforeCount how many there are in all
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record WriteAnswer(
    Optional<Long> commit,
    long added,
    long removed,
    String message,
    SortedSet<String> heldIn,
    List<String> warnings,
    List<String> stoodBefore,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) long stoodBeforeCount) {
  private static final int MOST_TOLD = 100;

  static WriteAnswer of(Outcome outcome) {
    return new WriteAnswer(
        outcome.commit().map(Commit::number),
        outcome.added(),
        outcome.removed(),
        message(outcome),
        outcome.heldElsewhere(),
        outcome.report().results().stream().map(result -> result.message("en")).toList(),
        outcome.report().standing().stream().limit(MOST_TOLD).map(WriteAnswer::located).toList(),
        stoodBefore(outcome.report()));
  }

  /** The same with another message. */
  WriteAnswer saying(String words) {
    return new WriteAnswer(
        commit, added, removed, words, heldIn, warnings, stoodBefore, stoodBeforeCount);
  }

  private static long stoodBefore(Report report) {
    return report.standing().isEmpty() ? 0 : report.standing().size() + report.unlisted();
  }

  private static String located(Result result) {
    return NodeFmtLib.displayStr(result.focusNode()) + ": " + result.message("en");
  }

  private static String message(Outcome outcome) {
    if (!outcome.heldElsewhere().isEmpty()) {
      return "Some statements to delete are not in the graph of unattributed statements, where a"
          + " template without a graph writes. They are held in the graphs named in heldIn: name"
          + " one with WITH or GRAPH.";
    }
    return outcome.added() + outcome.removed() == 0 ? "Nothing changed." : "";
  }
}
