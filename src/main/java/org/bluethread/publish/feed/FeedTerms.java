package org.bluethread.publish.feed;

import java.time.Instant;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;

/**
 * The terms that the feed is described with.
 *
 * @see <a href="https://semiceu.github.io/LinkedDataEventStreams/releases/1.0.0/vocabulary.html">
 *     Linked Data Event Streams 1.0.0, vocabulary</a>
 * @see <a href="https://w3id.org/tree/specification">TREE</a>
 */
final class FeedTerms {
  static final String LDES = "https://w3id.org/ldes#";
  static final String TREE = "https://w3id.org/tree#";
  static final String AS = "https://www.w3.org/ns/activitystreams#";
  private static final String SCHEMA = "https://schema.org/";
  private static final String PROV = "http://www.w3.org/ns/prov#";

  static final Node EVENT_STREAM = iri(LDES, "EventStream");
  static final Node TIMESTAMP_PATH = iri(LDES, "timestampPath");
  static final Node SEQUENCE_PATH = iri(LDES, "sequencePath");
  static final Node VERSION_OF_PATH = iri(LDES, "versionOfPath");
  static final Node VERSION_DELETE_OBJECT = iri(LDES, "versionDeleteObject");
  static final Node TRANSACTION_PATH = iri(LDES, "transactionPath");
  static final Node TRANSACTION_FINALIZED_PATH = iri(LDES, "transactionFinalizedPath");
  static final Node TRANSACTION_FINALIZED_OBJECT = iri(LDES, "transactionFinalizedObject");
  static final Node POLLING_INTERVAL = iri(LDES, "pollingInterval");
  static final Node IMMUTABLE = iri(LDES, "immutable");

  static final Node NODE = iri(TREE, "Node");
  static final Node VIEW = iri(TREE, "view");
  static final Node MEMBER = iri(TREE, "member");
  static final Node RELATION = iri(TREE, "relation");
  static final Node NODE_OF_RELATION = iri(TREE, "node");
  static final Node PATH = iri(TREE, "path");
  static final Node VALUE = iri(TREE, "value");
  static final Node FROM = iri(TREE, "GreaterThanOrEqualToRelation");
  static final Node UNTIL = iri(TREE, "LessThanOrEqualToRelation");

  /** What graph a member is a version of. */
  static final Node VERSION_OF = DCTerms.isVersionOf.asNode();

  /** The time of a member. */
  static final Node TIME = iri(PROV, "generatedAtTime");

  /** The number of the commit as whose graph a member has it. */
  static final Node COMMIT = iri(SCHEMA, "version");

  /** The number of a member. */
  static final Node POSITION = iri(SCHEMA, "position");

  /** The type of a member that says that its graph has no statements any more. */
  static final Node DELETE = iri(AS, "Delete");

  /** What the last member of a commit has. */
  static final Node STATUS = iri(SCHEMA, "actionStatus");

  /** That {@link #STATUS}. */
  static final Node COMPLETED = iri(SCHEMA, "CompletedActionStatus");

  private FeedTerms() {}

  private static Node iri(String namespace, String name) {
    return NodeFactory.createURI(namespace + name);
  }

  /** A whole number. */
  static Node integer(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
  }

  /** A moment, in UTC. */
  static Node time(Instant time) {
    return NodeFactory.createLiteralDT(time.toString(), XSDDatatype.XSDdateTime);
  }

  /** True. */
  static Node truth() {
    return NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);
  }
}
