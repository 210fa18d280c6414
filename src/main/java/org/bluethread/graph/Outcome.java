package org.bluethread.graph;

import java.util.Optional;
import java.util.SortedSet;
import org.bluethread.gate.Report;

/**
 * What became of a change that was not refused.
 *
 * @param commit the entry in the commit log; empty when nothing changed, or in a dry run
 * @param report what the gate had to say: warnings and infos, or in a dry run violations too
 * @param added how many quads came, or would
 * @param removed how many quads went, or would
 * @param heldElsewhere IRIs of graphs that hold statements which the change wanted to delete from
 *     the graph of unattributed statements, where they were not: at most {@link #MOST_GRAPHS_NAMED}
 */
public record Outcome(
    Optional<Commit> commit,
    Report report,
    long added,
    long removed,
    SortedSet<String> heldElsewhere) {
  /** How many graphs are named at the most. */
  public static final int MOST_GRAPHS_NAMED = 20;
}
