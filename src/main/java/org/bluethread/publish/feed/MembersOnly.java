package org.bluethread.publish.feed;

import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;

/** Passes on what a page says, into an answer that began before it and goes on after it. */
final class MembersOnly extends StreamRDFWrapper {
  MembersOnly(StreamRDF to) {
    super(to);
  }

  @Override
  public void start() {
    // The answer has begun.
  }

  @Override
  public void finish() {
    // The answer goes on.
  }

  @Override
  public void triple(Triple triple) {
    quad(new Quad(Quad.defaultGraphNodeGenerated, triple));
  }
}
