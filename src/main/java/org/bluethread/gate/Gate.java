package org.bluethread.gate;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;

/**
 * The gate in front of the graph: SHACL shapes, and the verdict on what a change would leave
 * behind. It validates the whole union of all graphs, so its verdict is that of a full SHACL
 * validation by definition.
 *
 * <p>Immutable and safe for threads. The caller brings the transaction in which the graph is read.
 *
 * @see <a href="https://www.w3.org/TR/shacl/">Shapes Constraint Language (SHACL)</a>
 */
public final class Gate {
  private final Shapes shapes;
  private final Messages messages = new Messages();

  private Gate(Shapes shapes) {
    this.shapes = shapes;
  }

  /**
   * Reads the shapes.
   *
   * @param shapesGraph a SHACL shapes graph; an empty one makes a gate that lets everything pass
   * @throws BrokenShapesException if the graph is no shapes graph that SHACL can read
   */
  public static Gate of(Graph shapesGraph) {
    try {
      return new Gate(Shapes.parse(shapesGraph));
    } catch (RuntimeException e) { // The reader has an exception of its own for some faults only.
      throw new BrokenShapesException(e);
    }
  }

  /**
   * Judges a state of the data.
   *
   * @param union the union of all graphs as the change would leave it, in a running transaction
   * @return the report; {@link Report#passes()} says whether the change may be committed
   */
  public Report judge(Graph union) {
    List<Result> results =
        ShaclValidator.get().validate(shapes, union).getEntries().stream()
            .map(this::result)
            .toList();
    return new Report(results);
  }

  private Result result(ReportEntry entry) {
    return new Result(
        entry.focusNode(),
        Optional.ofNullable(entry.resultPath()),
        Optional.ofNullable(entry.value()),
        entry.source(),
        entry.sourceConstraintComponent(),
        entry.severity().level(),
        messages.of(entry));
  }
}
