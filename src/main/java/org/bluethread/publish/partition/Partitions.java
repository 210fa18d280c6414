package org.bluethread.publish.partition;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * How much the union of all graphs holds, by class and property, as of one commit. A triple counts
 * once however many graphs hold it.
 *
 * @param commit the commit the figures are of
 * @param triples how many triples there are
 * @param subjects how many different subjects they have
 * @param objects how many different objects they have, literals included
 * @param entities how many subjects are IRIs under the project's base
 * @param properties how many triples each property has
 * @param classes what each class holds; classes are IRIs that something is said to be of
 * @see <a href="https://www.w3.org/TR/void/#statistics">VoID, 4.6 and 4.5</a>
 */
public record Partitions(
    long commit,
    long triples,
    long subjects,
    long objects,
    long entities,
    Map<Node, Long> properties,
    Map<Node, ClassPartition> classes) {
  /** Copies the maps. */
  public Partitions {
    properties = Map.copyOf(properties);
    classes = Map.copyOf(classes);
  }

  /**
   * The partitions of classes.
   *
   * @param entities how many things each class has
   * @param properties of classes that have statements, how many each property has there
   */
  static Map<Node, ClassPartition> byClass(
      Map<Node, Long> entities, Map<Node, Map<Node, Long>> properties) {
    Map<Node, ClassPartition> partitions = new HashMap<>();
    entities.forEach(
        (kind, count) ->
            partitions.put(
                kind, new ClassPartition(count, properties.getOrDefault(kind, Map.of()))));
    return partitions;
  }

  /**
   * What there is of one class.
   *
   * @param entities how many things are of it
   * @param properties how many triples of each property have one of them as subject
   */
  public record ClassPartition(long entities, Map<Node, Long> properties) {
    /** Copies the map. */
    public ClassPartition {
      properties = Map.copyOf(properties);
    }

    /** How many triples have a thing of the class as subject. */
    public long triples() {
      return properties.values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
