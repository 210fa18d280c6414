package org.bluethread.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The gate in front of the graph: SHACL shapes, and the verdict on what a change would leave
 * behind. It judges the nodes whose verdict the change can worsen, and no others, so that its cost
 * follows the size of the change; its verdict is that of full validations before and after the
 * change. What was wrong before stands in nobody's way: a change is refused for results that it
 * brings, and for numbers that it moves further from their bound.
 *
 * <p>Immutable and safe for threads. The caller brings the transaction in which the graph is read.
 *
 * @see <a href="https://www.w3.org/TR/shacl/">Shapes Constraint Language (SHACL)</a>
 */
public final class Gate {
  private static final int MANY = 256;

  private final int many;
  private final Shapes shapes;
  private final Footprint footprint;

  private Gate(Shapes shapes, int many) {
    this.many = many;
    this.shapes = shapes;
    this.footprint = new Footprint(shapes);
  }

  /**
   * Reads the shapes.
   *
   * @param shapesGraph a SHACL shapes graph; an empty one makes a gate that lets everything pass
   * @throws BrokenShapesException if the graph is no shapes graph that SHACL can read
   */
  public static Gate of(Graph shapesGraph) {
    return of(shapesGraph, MANY);
  }

  /**
   * Like {@link #of(Graph)}.
   *
   * @param many how many values a focus node may have for all of them to be judged, where each can
   *     be judged by itself; of more, only those that a change can touch
   */
  static Gate of(Graph shapesGraph, int many) {
    try {
      return new Gate(Shapes.parse(shapesGraph), many);
    } catch (RuntimeException e) { // The reader has an exception of its own for some faults only.
      throw new BrokenShapesException(e);
    }
  }

  /**
   * Judges a change. All of a change is one: what one of its steps breaks, another may mend.
   *
   * @param dataset the named graphs as the change leaves them, in a running transaction
   * @param delta the change
   * @return the results that the change brings; {@link Report#passes()} says whether it may be
   *     committed
   */
  public Report judge(DatasetGraph dataset, Delta delta) {
    UnionChange change = new UnionChange(dataset, delta);
    Judgement judgement = new Judgement(shapes, footprint, change, many);
    if (!delta.isEmpty()) {
      judgement.judgeChange();
    }
    return new Report(
        results(judgement.brought(), change, delta),
        List.of(),
        judgement.searchedWhole(),
        judgement.unlisted());
  }

  /**
   * Judges a change under shapes that come into force with it. The data are judged as a whole.
   *
   * @param dataset the named graphs as the change leaves them, in a running transaction
   * @param delta the change
   * @return the results that the change to the data brings, and besides what these shapes find in
   *     data that stood there before, which is nobody's fault now
   */
  public Report judgeAll(DatasetGraph dataset, Delta delta) {
    UnionChange change = new UnionChange(dataset, delta);
    Judgement judgement = new Judgement(shapes, footprint, change, many);
    judgement.judgeAll();
    return new Report(
        results(judgement.brought(), change, delta),
        judgement.standing().values().stream()
            .map(finding -> result(finding.entry(), List.of()))
            .toList(),
        Set.of(),
        judgement.unlisted());
  }

  private List<Result> results(
      Map<Key, Judgement.Finding> findings, UnionChange change, Delta delta) {
    if (findings.isEmpty()) {
      return List.of();
    }
    Map<Key, List<Cause>> causes = new Causes(footprint, change, delta).of(findings);
    return findings.entrySet().stream()
        .map(entry -> result(entry.getValue().entry(), causes.get(entry.getKey())))
        .toList();
  }

  /**
   * Judges a graph as a whole.
   *
   * @param data the data graph
   * @return all results of a full validation
   */
  public Report judge(Graph data) {
    return new Report(
        ShaclValidator.get().validate(shapes, data).getEntries().stream()
            .map(entry -> result(entry, List.of()))
            .toList());
  }

  private Result result(ReportEntry entry, List<Cause> causes) {
    return new Result(
        entry.focusNode(),
        Optional.ofNullable(entry.resultPath()),
        Key.value(entry),
        entry.source(),
        entry.sourceConstraintComponent(),
        entry.severity().level(),
        Messages.of(entry),
        causes);
  }
}
