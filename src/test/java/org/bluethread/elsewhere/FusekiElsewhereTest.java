package org.bluethread.elsewhere;

import org.bluethread.support.FusekiStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Over a bare Fuseki, whose default graph is one among others. */
final class FusekiElsewhereTest extends SameAnswers {
  private static FusekiStore store;

  @BeforeAll
  static void start() {
    store = FusekiStore.of(graph());
    open(store.address());
  }

  @AfterAll
  static void stop() {
    close();
    store.close();
  }
}
