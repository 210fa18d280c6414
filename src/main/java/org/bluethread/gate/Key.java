package org.bluethread.gate;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.Path;

/** What makes a result the same as another one: two states of the data are compared by it. */
record Key(Node focusNode, Optional<Path> path, Optional<Node> value, Node component, Node shape) {

  /** The key of a result of Jena's. */
  static Key of(ReportEntry entry) {
    return new Key(
        entry.focusNode(),
        Optional.ofNullable(entry.resultPath()),
        value(entry),
        entry.sourceConstraintComponent(),
        entry.source());
  }

  /**
   * The value at fault. Of several literals in one language Jena names any, and not the same one in
   * each run; SHACL section 4.4.5 names none.
   */
  static Optional<Node> value(ReportEntry entry) {
    return entry.sourceConstraintComponent().equals(SHACL.UniqueLangConstraintComponent)
        ? Optional.empty()
        : Optional.ofNullable(entry.value());
  }

  /** Whether the result says that there are too few or too many of something. */
  boolean isCount() {
    return isMinimum() || isMaximum();
  }

  /** Whether it says that there are too few. */
  boolean isMinimum() {
    return component.equals(SHACL.MinCountConstraintComponent)
        || component.equals(SHACL.QualifiedMinCountConstraintComponent);
  }

  private boolean isMaximum() {
    return component.equals(SHACL.MaxCountConstraintComponent)
        || component.equals(SHACL.QualifiedMaxCountConstraintComponent);
  }

  /** Whether what is counted is the values that conform to a shape. */
  boolean isQualified() {
    return component.equals(SHACL.QualifiedMinCountConstraintComponent)
        || component.equals(SHACL.QualifiedMaxCountConstraintComponent);
  }
}
