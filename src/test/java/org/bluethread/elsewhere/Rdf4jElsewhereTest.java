package org.bluethread.elsewhere;

import org.bluethread.support.Rdf4jDoor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Over a store of RDF4J's, which gives a triple once for each graph that holds it. */
final class Rdf4jElsewhereTest extends SameAnswers {
  private static Rdf4jDoor store;

  @BeforeAll
  static void start() {
    store = new Rdf4jDoor(graph());
    open(store.address());
  }

  @AfterAll
  static void stop() {
    close();
    store.close();
  }
}
