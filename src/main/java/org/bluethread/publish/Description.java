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
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.graph.Snapshot;

/**
 * What the graph says about a thing, and what it says that points to the thing, each statement with
 * the graph it stands in.
 *
 * @param thing the thing
 * @param statements the statements about it
 * @param mentions the statements that point to it, {@link #MOST_MENTIONS} at the most
 * @param parts the statements about what is identified by its IRI and a fragment, and, for a
 *     citable unit, those it makes: {@link #MOST_MENTIONS} at the most
 * @param complete whether {@code mentions} are all there are
 */
public record Description(
    Node thing, List<Quad> statements, List<Quad> mentions, List<Quad> parts, boolean complete) {
  /** How many statements that point to a thing are given at the most. */
  public static final int MOST_MENTIONS = 1000;

  /** Copies the lists. */
  public Description {
    statements = List.copyOf(statements);
    mentions = List.copyOf(mentions);
    parts = List.copyOf(parts);
  }

  /**
   * Describes a thing.
   *
   * @return empty when the graph says nothing about it and nothing points to it
   */
  public static Optional<Description> of(Snapshot snapshot, Node thing) {
    DatasetGraph dataset = snapshot.dataset();
    List<Quad> statements = Iter.toList(dataset.findNG(Node.ANY, thing, Node.ANY, Node.ANY));
    List<Quad> mentions = new ArrayList<>();
    Iterator<Quad> pointing = dataset.findNG(Node.ANY, Node.ANY, Node.ANY, thing);
    try {
      while (pointing.hasNext() && mentions.size() < MOST_MENTIONS) {
        mentions.add(pointing.next());
      }
      boolean complete = !pointing.hasNext();
      return statements.isEmpty() && mentions.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Description(
                  thing,
                  statements,
                  mentions,
                  parts(dataset, thing, statements, mentions),
                  complete));
    } finally {
      Iter.close(pointing);
    }
  }

  private static List<Quad> parts(
      DatasetGraph dataset, Node thing, List<Quad> statements, List<Quad> mentions) {
    String prefix = thing.toString() + "#";
    Node evidence = NodeFactory.createURI(prefix + "statements");
    Stream<Quad> said =
        Stream.concat(
                statements.stream().map(Quad::getObject), mentions.stream().map(Quad::getSubject))
            .filter(node -> node.isURI() && node.getURI().startsWith(prefix))
            .distinct()
            .flatMap(part -> Iter.asStream(dataset.findNG(Node.ANY, part, Node.ANY, Node.ANY)));
    Stream<Quad> made = Iter.asStream(dataset.find(evidence, Node.ANY, Node.ANY, Node.ANY));
    return Stream.concat(said, made).limit(MOST_MENTIONS).toList();
  }

  /** The statements as a dataset of their own, each in its graph. */
  public DatasetGraph toDataset() {
    DatasetGraph dataset = DatasetGraphFactory.createGeneral();
    statements.forEach(dataset::add);
    mentions.forEach(dataset::add);
    parts.forEach(dataset::add);
    return dataset;
  }
}
