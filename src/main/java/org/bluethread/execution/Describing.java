package org.bluethread.execution;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.syntax.ElementGroup;

/**
 * {@code DESCRIBE} as a stream. Jena's handlers build the whole description, and look for each
 * thing in each named graph.
 */
final class Describing {
  private Describing() {}

  /** The query whose rows name the things to describe, besides those the query names itself. */
  static Query toSelect(Query describe) {
    Query select = describe.cloneQuery();
    select.setQuerySelectType();
    if (select.getQueryPattern() == null) {
      select.setQueryPattern(new ElementGroup());
    }
    if (select.getProjectVars().isEmpty()) {
      select.setQueryResultStar(true);
    }
    return select;
  }

  /** The things to describe, each once. */
  static Iterator<Node> things(Query describe, RowSet rows) {
    List<Var> columns = rows.getResultVars();
    Iterator<Node> found =
        Iter.flatMap(
            Iter.iter(rows),
            row -> columns.stream().map(row::get).filter(Objects::nonNull).iterator());
    return Iter.distinct(Iter.concat(describe.getResultURIs().iterator(), found));
  }

  /** What a graph says of things, each statement once. */
  static Iterator<Triple> statements(Iterator<Node> things, Graph graph) {
    Set<Node> blank = new HashSet<>();
    return Iter.flatMap(
        Iter.filter(things, node -> !node.isLiteral()), node -> of(node, graph, blank));
  }

  private static Iterator<Triple> of(Node thing, Graph graph, Set<Node> blank) {
    if (thing.isBlank() && !blank.add(thing)) {
      return Collections.emptyIterator();
    }
    Deque<Node> due = new ArrayDeque<>(List.of(thing));
    return Iter.flatMap(
        Stream.generate(due::poll).takeWhile(Objects::nonNull).iterator(),
        subject ->
            Iter.map(
                graph.find(subject, Node.ANY, Node.ANY),
                triple -> {
                  Node object = triple.getObject();
                  if (object.isBlank() && blank.add(object)) {
                    due.add(object);
                  }
                  return triple;
                }));
  }
}
