package org.bluethread.graph;

import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The state of a store that has a default graph of its own: all graphs are for data there, so the
 * state stands in the table of prefixes. TDB2 writes that in the transaction of the data and takes
 * it along when it compacts, and this program keeps no other prefixes in it.
 */
final class StateInPrefixes extends StoreState {
  private static final String PREFIX = "bluethread-";
  private static final String VALUE = "urn:bluethread:state:";

  private final DatasetGraph stored;

  StateInPrefixes(DatasetGraph stored) {
    this.stored = stored;
  }

  @Override
  Optional<String> value(String name) {
    return Optional.ofNullable(stored.prefixes().get(PREFIX + name))
        .map(iri -> iri.substring(VALUE.length()));
  }

  @Override
  void set(String name, String value) {
    stored.prefixes().add(PREFIX + name, VALUE + value);
  }
}
