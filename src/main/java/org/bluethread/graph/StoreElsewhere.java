package org.bluethread.graph;

import org.apache.jena.sparql.core.DatasetGraph;

/** A store that others hold and write. Its number of commits counts how often it was refreshed. */
final class StoreElsewhere extends Store {
  private final Source source;
  private final StateElsewhere state;

  StoreElsewhere(Source source) {
    this.source = source;
    this.state = new StateElsewhere(source.name());
  }

  @Override
  boolean isElsewhere() {
    return true;
  }

  @Override
  void check() {
    source.check();
  }

  @Override
  void forget() {
    source.forget();
  }

  @Override
  DefaultGraph defaultGraph() {
    return DefaultGraph.UNION;
  }

  @Override
  StoreState state() {
    return state;
  }

  @Override
  DatasetGraph dataset() {
    return source.dataset();
  }

  @Override
  boolean compact() {
    throw new ReadOnlyException();
  }

  @Override
  public void close() {
    source.close();
  }
}
