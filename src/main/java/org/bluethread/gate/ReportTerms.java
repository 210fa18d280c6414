package org.bluethread.gate;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of the project's ontology that a report uses beside those of SHACL. */
final class ReportTerms {
  static final String NAMESPACE = "https://w3id.org/bluethread/ontology#";

  /** From a result to a statement that came and is a cause of it. */
  static final Node ADDED_STATEMENT = term("addedStatement");

  /** From a result to a statement that went and is a cause of it. */
  static final Node REMOVED_STATEMENT = term("removedStatement");

  /** From a statement to its graph. */
  static final Node IN_GRAPH = term("inGraph");

  /** The line of a statement in what was sent. */
  static final Node LINE = term("line");

  /** The column of a statement in what was sent. */
  static final Node COLUMN = term("column");

  /** Marks a result that the data had before the change. */
  static final Node STOOD_BEFORE = term("stoodBefore");

  /** From a report to a shape of which all targets were judged. */
  static final Node SEARCHED_WHOLE = term("searchedWhole");

  private ReportTerms() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NAMESPACE + name);
  }
}
