package org.bluethread.publish.informea;

import org.apache.jena.graph.Node;

/** Reads the records of things off the graph. Has no state. */
interface RecordReader {
  /** Whether a thing of the class is one that records are about. */
  default boolean isMeant(Node thing, Reading reading) {
    return true;
  }

  /** What the graph says of a thing, as a record, complete or not. */
  Draft read(Node thing, Reading reading);
}
