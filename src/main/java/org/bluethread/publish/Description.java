package org.bluethread.publish;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.graph.QuadPart;
import org.bluethread.graph.Snapshot;
import org.bluethread.vocabulary.Addresses;

/**
 * What the graph says about a thing, and what it says that points to the thing, each statement with
 * the graph it stands in.
 *
 * @param thing the thing
 * @param statements the statements about it, {@link #MOST_STATEMENTS} at the most
 * @param mentions a part of the statements that point to it, {@link #MOST_MENTIONS} at the most
 * @param parts the statements about what is identified by its IRI and a fragment, those that a
 *     citable unit makes, all terms of the ontology, all shapes: {@link #MOST_STATEMENTS} at the
 *     most
 * @param cut whether there are more {@code statements} or {@code parts} than are given
 */
public record Description(
    Node thing, List<Quad> statements, QuadPart mentions, List<Quad> parts, boolean cut) {
  /** How many statements that point to a thing are given at the most. */
  public static final int MOST_MENTIONS = 1000;

  /** How many statements about a thing, and about its parts, are given at the most. */
  public static final int MOST_STATEMENTS = 10_000;

  /** Copies the lists. */
  public Description {
    statements = List.copyOf(statements);
    parts = List.copyOf(parts);
  }

  /**
   * Whether the graph says anything about a thing, anything points to it, or it states anything.
   */
  public static boolean isKnown(Snapshot snapshot, Node thing) {
    DatasetGraph dataset = snapshot.dataset();
    return isAny(dataset.findNG(Node.ANY, thing, Node.ANY, Node.ANY))
        || isAny(dataset.findNG(Node.ANY, Node.ANY, Node.ANY, thing))
        || isAny(dataset.findNG(ownGraph(thing), Node.ANY, Node.ANY, Node.ANY));
  }

  private static boolean isAny(Iterator<Quad> found) {
    try {
      return found.hasNext();
    } finally {
      Iter.close(found);
    }
  }

  /**
   * Describes a thing.
   *
   * @param offset how many statements that point to it come before those to give
   */
  public static Description of(Snapshot snapshot, Node thing, long offset) {
    DatasetGraph dataset = snapshot.dataset();
    QuadPart mentions = QuadPart.pointingTo(snapshot, thing, offset, MOST_MENTIONS);
    List<Quad> statements =
        upToOneMore(Iter.asStream(dataset.findNG(Node.ANY, thing, Node.ANY, Node.ANY)));
    List<Quad> parts = upToOneMore(parts(dataset, thing, statements, mentions.quads()));
    return new Description(
        thing,
        firsts(statements),
        mentions,
        firsts(parts),
        statements.size() > MOST_STATEMENTS || parts.size() > MOST_STATEMENTS);
  }

  private static List<Quad> upToOneMore(Stream<Quad> quads) {
    try (quads) {
      return quads.limit(MOST_STATEMENTS + 1L).toList();
    }
  }

  private static List<Quad> firsts(List<Quad> quads) {
    return quads.subList(0, Math.min(quads.size(), MOST_STATEMENTS));
  }

  private static Stream<Quad> parts(
      DatasetGraph dataset, Node thing, List<Quad> statements, List<Quad> mentions) {
    String prefix = thing.toString() + "#";
    Stream<Quad> said =
        Stream.concat(
                statements.stream().map(Quad::getObject), mentions.stream().map(Quad::getSubject))
            .filter(node -> node.isURI() && node.getURI().startsWith(prefix))
            .distinct()
            .flatMap(part -> Iter.asStream(dataset.findNG(Node.ANY, part, Node.ANY, Node.ANY)));
    return Stream.concat(
        said, Iter.asStream(dataset.find(ownGraph(thing), Node.ANY, Node.ANY, Node.ANY)));
  }

  /** The graph that is a thing's own: of terms, of shapes, or of what a citable unit states. */
  private static Node ownGraph(Node thing) {
    if (thing.equals(Ontology.IRI)) {
      return Addresses.ONTOLOGY_GRAPH;
    }
    return thing.equals(Addresses.SHAPES)
        ? Addresses.SHAPES_GRAPH
        : NodeFactory.createURI(thing + Addresses.STATEMENTS);
  }

  /** What is left out, for people; empty if nothing is. */
  public Optional<String> omission() {
    List<String> texts = new ArrayList<>();
    if (!mentions.isAll()) {
      texts.add(
          "Of the statements that point to the thing, %s%d, this document gives %d, from number %d on."
              .formatted(
                  mentions.exact() ? "" : "more than ",
                  mentions.total(),
                  mentions.quads().size(),
                  mentions.offset() + 1));
    }
    if (cut) {
      texts.add(
          "Of the statements about the thing, and of those about its parts, it gives %d at the most; ask /sparql for all."
              .formatted(MOST_STATEMENTS));
    }
    return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", texts));
  }

  /** All statements, each in its graph. */
  public Stream<Quad> quads() {
    return Stream.of(statements, mentions.quads(), parts).flatMap(List::stream);
  }
}
