package org.bluethread.publish.reconcile;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** What things have of a property, as a column of a table takes it. */
public final class PropertyValues {
  private static final String ENGLISH = "en";

  private PropertyValues() {}

  /**
   * The values of a property, sorted. Of texts in several languages those in the reader's language
   * are given, else those in English, else all: the same name six times is no use in a table.
   *
   * @param union the union of all graphs, in a transaction
   * @param most how many values are read at the most
   */
  public static List<Node> of(Graph union, Node thing, Node property, String language, int most) {
    List<Node> all = read(union, thing, property, most);
    for (String wanted : List.of(language, ENGLISH)) {
      if (all.stream().anyMatch(value -> isIn(value, wanted))) {
        return all.stream().filter(value -> !isTagged(value) || isIn(value, wanted)).toList();
      }
    }
    return all;
  }

  private static List<Node> read(Graph union, Node thing, Node property, int most) {
    try (Stream<Triple> found = Iter.asStream(union.find(thing, property, Node.ANY))) {
      return found.map(Triple::getObject).limit(most).sorted(comparing(Node::toString)).toList();
    }
  }

  private static boolean isTagged(Node value) {
    return value.isLiteral() && !value.getLiteralLanguage().isEmpty();
  }

  private static boolean isIn(Node value, String language) {
    return value.isLiteral() && value.getLiteralLanguage().equalsIgnoreCase(language);
  }
}
