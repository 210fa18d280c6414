package org.bluethread.publish.reconcile;

import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Node;

/**
 * What a thing that is meant should have.
 *
 * @param property a property
 * @param values what it should lead to, any of them: the text of a literal, or a thing by IRI, code
 *     or name
 */
public record Constraint(Node property, List<String> values) {
  /** Copies the list; nothing may be null. */
  public Constraint {
    Objects.requireNonNull(property, "property");
    values = List.copyOf(values);
  }
}
