package org.bluethread.trace;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The terms of mappings.
 *
 * @see <a href="https://mapping-commons.github.io/sssom/">SSSOM, a standard for mappings</a>
 */
final class Sssom {
  static final Node SUBJECT = term("subject_id");
  static final Node PREDICATE = term("predicate_id");
  static final Node OBJECT = term("object_id");
  static final Node AUTHOR = term("author_label");
  static final Node JUSTIFICATION = term("mapping_justification");

  private Sssom() {}

  private static Node term(String name) {
    return NodeFactory.createURI("https://w3id.org/sssom/" + name);
  }
}
