package org.bluethread.endpoint;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.ParserProfile;
import org.apache.jena.riot.system.ParserProfileWrapper;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.gate.Cause;

/** Remembers where in the text a reader made its last statement. For one reader. */
final class PlacingProfile extends ParserProfileWrapper {
  private long line;
  private long column;

  PlacingProfile(ParserProfile profile) {
    super(profile);
  }

  Cause.Place place() {
    return new Cause.Place(line, column);
  }

  @Override
  public Triple createTriple(
      Node subject, Node predicate, Node object, long atLine, long atColumn) {
    line = atLine;
    column = atColumn;
    return super.createTriple(subject, predicate, object, atLine, atColumn);
  }

  @Override
  public Quad createQuad(
      Node graph, Node subject, Node predicate, Node object, long atLine, long atColumn) {
    line = atLine;
    column = atColumn;
    return super.createQuad(graph, subject, predicate, object, atLine, atColumn);
  }
}
