package org.bluethread.graph;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The statements of a release.
 *
 * @param dataset all of them, in their graphs
 * @param sourceHashes for each graph, a hash of the files that make it
 * @param files for each graph, the names of these files
 */
record Shipment(DatasetGraph dataset, Map<Node, String> sourceHashes, Map<Node, String> files) {}
