package org.bluethread.publish.informea;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.bluethread.graph.Sha256;

/**
 * A complete record as it was read.
 *
 * @param set the set it is in
 * @param row the record, without the time of its last change
 * @param asked what was asked of the graph to make it: the answers decide how it looks
 */
record Found(RecordSet set, Row row, Set<Asked> asked) {
  private static final int HASH = 32;

  /** What tells it apart from all other records. */
  String key() {
    return set.name() + "/" + row.id();
  }

  /** A hash of all that it shows, in an order that is the same for the same statements. */
  String hash() {
    return Sha256.hex(row.toString().getBytes(StandardCharsets.UTF_8)).substring(0, HASH);
  }
}
