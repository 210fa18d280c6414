package org.bluethread.publish.reconcile;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.publish.partition.Partitions;
import org.bluethread.publish.partition.Partitions.ClassPartition;

/**
 * What one can ask of the things of a commit: the classes of those that are called something, and
 * the properties they have. Both as the graph has them, those that are used most first.
 */
public final class Offer {
  private static final Comparator<Map.Entry<Node, Long>> MOST_FIRST =
      Map.Entry.<Node, Long>comparingByValue()
          .reversed()
          .thenComparing(entry -> entry.getKey().toString());

  private final Partitions partitions;

  /**
   * @param partitions what the graph holds by class and property
   */
  public Offer(Partitions partitions) {
    this.partitions = partitions;
  }

  /** The classes whose things can be found by what they are called. */
  public List<Node> types() {
    return partitions.classes().entrySet().stream()
        .filter(entry -> Names.CALLED_BY.stream().anyMatch(isUsed(entry.getValue())))
        .sorted(
            comparing((Map.Entry<Node, ClassPartition> entry) -> names(entry.getValue()))
                .reversed()
                .thenComparing(entry -> entry.getKey().toString()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Predicate<Node> isUsed(ClassPartition partition) {
    return property -> partition.properties().containsKey(property);
  }

  private static long names(ClassPartition partition) {
    return partition.properties().getOrDefault(SKOS.prefLabel.asNode(), 0L);
  }

  /** The properties that things have. */
  public List<Node> properties() {
    return partitions.properties().entrySet().stream()
        .sorted(MOST_FIRST)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The properties that things of a class have; none for what is no class here. */
  public List<Node> properties(Node type) {
    ClassPartition partition = partitions.classes().get(type);
    return partition == null
        ? List.of()
        : partition.properties().entrySet().stream()
            .sorted(MOST_FIRST)
            .map(Map.Entry::getKey)
            .toList();
  }
}
