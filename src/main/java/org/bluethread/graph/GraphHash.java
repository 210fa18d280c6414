package org.bluethread.graph;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * Fingerprints of graphs.
 *
 * <p>The fingerprint of a graph is the sum of the SHA-256 values of its triples in N-Triples form,
 * so it needs no order and no memory. Blank nodes all count as one; in the data there are none.
 */
final class GraphHash {
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

  private GraphHash() {}

  /** The fingerprint of a graph's content, as hexadecimal digits. In a transaction. */
  static String of(DatasetGraph dataset, Node graph) {
    BigInteger sum = BigInteger.ZERO;
    Iterator<Quad> quads = dataset.find(graph, Node.ANY, Node.ANY, Node.ANY);
    try {
      while (quads.hasNext()) {
        sum = sum.add(of(quads.next())).mod(MODULUS);
      }
    } finally {
      Iter.close(quads);
    }
    return sum.toString(16);
  }

  private static BigInteger of(Quad quad) {
    String line = text(quad.getSubject()) + text(quad.getPredicate()) + text(quad.getObject());
    return new BigInteger(1, Sha256.digest().digest(line.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(Node node) {
    return node.isBlank() ? "_: " : NodeFmtLib.strNT(node) + " ";
  }
}
