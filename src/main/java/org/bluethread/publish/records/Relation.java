package org.bluethread.publish.records;

import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * How a record leads to another one, or another one to it.
 *
 * @param other the other record
 * @param property the property between them
 * @param forward whether it leads from this record to the other
 * @param mapping the mapping that says so, which has an author and reasons; empty if it is stated
 */
public record Relation(RecordKey other, Node property, boolean forward, Optional<Node> mapping) {}
