package org.bluethread.publish.feed;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/**
 * What the nodes of the tree of pages say of themselves: the root what the stream is, root and
 * branches where the next nodes are and members of what times are found there, pages with members
 * whether they are closed.
 *
 * <p>For one answer of one thread.
 *
 * @see <a href="https://semiceu.github.io/LinkedDataEventStreams/releases/1.0.0/">Linked Data Event
 *     Streams 1.0.0</a>
 * @see <a href="https://w3id.org/tree/specification">TREE</a>
 */
public final class Hypermedia {
  /** How often it is worth asking whether there is more, in seconds. */
  private static final int POLLING_INTERVAL = 60;

  private final Edition edition;
  private final Node stream;
  private final Node self;
  private final Function<NodeAddress, String> addresses;
  private final StreamRDF out;

  /**
   * @param self the address that was asked for
   * @param addresses the addresses of other nodes
   * @param out is given quads, and is not started or finished
   */
  public Hypermedia(
      Edition edition, String self, Function<NodeAddress, String> addresses, StreamRDF out) {
    this.edition = edition;
    this.stream = NodeFactory.createURI(edition.iri());
    this.self = NodeFactory.createURI(self);
    this.addresses = addresses;
    this.out = out;
  }

  /** What a syntax with prefixes had better begin with. */
  public static void declarePrefixes(StreamRDF out) {
    out.prefix("ldes", FeedTerms.LDES);
    out.prefix("tree", FeedTerms.TREE);
    out.prefix("as", FeedTerms.AS);
  }

  /** The root: what the stream is, and where its pages are. */
  public void root() {
    say(stream, RDF.Nodes.type, FeedTerms.EVENT_STREAM);
    say(stream, FeedTerms.VIEW, self);
    say(stream, FeedTerms.TIMESTAMP_PATH, FeedTerms.TIME);
    say(stream, FeedTerms.SEQUENCE_PATH, FeedTerms.POSITION);
    say(stream, FeedTerms.VERSION_OF_PATH, FeedTerms.VERSION_OF);
    say(stream, FeedTerms.VERSION_DELETE_OBJECT, FeedTerms.DELETE);
    say(stream, FeedTerms.TRANSACTION_PATH, FeedTerms.COMMIT);
    say(stream, FeedTerms.TRANSACTION_FINALIZED_PATH, FeedTerms.STATUS);
    say(stream, FeedTerms.TRANSACTION_FINALIZED_OBJECT, FeedTerms.COMPLETED);
    say(stream, FeedTerms.POLLING_INTERVAL, FeedTerms.integer(POLLING_INTERVAL));
    say(self, RDF.Nodes.type, FeedTerms.NODE);
    relations(FeedTree.root(edition));
  }

  /**
   * A node that is above pages and below the root.
   *
   * @param address of a node that there is
   */
  public void branch(NodeAddress address) {
    say(self, RDF.Nodes.type, FeedTerms.NODE);
    say(self, FeedTerms.IMMUTABLE, FeedTerms.truth());
    relations(FeedTree.below(edition, address).orElseThrow());
  }

  /** A page, without its members. */
  public void page(Leaf leaf) {
    say(self, RDF.Nodes.type, FeedTerms.NODE);
    if (leaf.isClosed()) {
      say(self, FeedTerms.IMMUTABLE, FeedTerms.truth());
    }
  }

  private void relations(List<NodeAddress> nodes) {
    for (NodeAddress node : nodes) {
      Leaf last = FeedTree.last(edition, node);
      relation(FeedTerms.FROM, FeedTree.first(edition, node).first(), node);
      if (last.isClosed()) {
        relation(FeedTerms.UNTIL, last.last(), node);
      }
    }
  }

  private void relation(Node type, Instant time, NodeAddress node) {
    Node relation = NodeFactory.createBlankNode();
    say(self, FeedTerms.RELATION, relation);
    say(relation, RDF.Nodes.type, type);
    say(relation, FeedTerms.PATH, FeedTerms.TIME);
    say(relation, FeedTerms.VALUE, FeedTerms.time(time));
    say(relation, FeedTerms.NODE_OF_RELATION, NodeFactory.createURI(addresses.apply(node)));
  }

  private void say(Node subject, Node predicate, Node object) {
    out.quad(new Quad(Quad.defaultGraphNodeGenerated, subject, predicate, object));
  }
}
