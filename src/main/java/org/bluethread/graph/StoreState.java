package org.bluethread.graph;

import java.util.Optional;
import java.util.UUID;

/**
 * What the store knows of itself: its identity and the number of its last commit. They stand in the
 * store where no query sees them, and change in the same transaction as the data. Where that is
 * depends on what the default graph is, and so tells it.
 *
 * <p>All methods want a transaction of the calling thread; a write transaction if they change
 * something.
 */
abstract sealed class StoreState permits StateInDefaultGraph, StateInPrefixes, StateElsewhere {
  static final String IDENTITY = "identity";
  private static final String COMMIT = "commit";

  /** The store's identity; empty in a store that was never written. */
  final Optional<String> identity() {
    return value(IDENTITY);
  }

  /** The number of the last commit; 0 before the first. */
  final long commit() {
    return value(COMMIT).map(Long::parseLong).orElse(0L);
  }

  /** Gives a new store its identity. */
  final String identify() {
    String identity = UUID.randomUUID().toString();
    set(IDENTITY, identity);
    return identity;
  }

  /** Notes the number of the commit that this write transaction makes. */
  final void setCommit(long number) {
    set(COMMIT, Long.toString(number));
  }

  abstract Optional<String> value(String name);

  abstract void set(String name, String value);
}
