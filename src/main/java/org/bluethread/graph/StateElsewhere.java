package org.bluethread.graph;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The state of a store elsewhere, where this program notes nothing: it is gone with the process. In
 * the place of commits stand the times that the store was read anew. Safe for threads.
 */
final class StateElsewhere extends StoreState {
  private final String identity;
  private final Map<String, String> values = new ConcurrentHashMap<>();

  /**
   * @param name what tells the store from others; it always gives the same identity
   */
  StateElsewhere(String name) {
    this.identity = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  @Override
  Optional<String> value(String name) {
    return name.equals(IDENTITY) ? Optional.of(identity) : Optional.ofNullable(values.get(name));
  }

  @Override
  void set(String name, String value) {
    values.put(name, value);
  }
}
