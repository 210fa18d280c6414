package org.bluethread.facade;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.bluethread.graph.PerCommit;
import org.bluethread.graph.Snapshot;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.catalogue.QueryExample;
import org.bluethread.publish.catalogue.QueryExample.Form;
import org.bluethread.query.IndexedThings;
import org.bluethread.query.NamedQuery;
import org.bluethread.query.Parameter;
import org.bluethread.query.ParameterException;
import org.bluethread.query.Shelf;
import org.bluethread.query.Things;

/**
 * The named queries, each with the example values of its parameters written in, so that it can be
 * asked at any SPARQL endpoint that holds the graph. One whose examples mean nothing in the graph
 * is left out. Safe for threads.
 */
final class Examples {
  private final Shelf shelf;
  private final IndexedThings things;
  private final PerCommit<List<QueryExample>> examples = new PerCommit<>(this::examples);

  Examples(Shelf shelf, ThingIndex index) {
    this.shelf = shelf;
    this.things = new IndexedThings(index);
  }

  /** The examples at a commit, in the order of the shelf. */
  List<QueryExample> of(Snapshot snapshot) {
    return examples.of(snapshot);
  }

  private List<QueryExample> examples(Snapshot snapshot) {
    Things now = things.in(snapshot);
    return shelf.queries().stream().flatMap(query -> example(query, now).stream()).toList();
  }

  private static Optional<QueryExample> example(NamedQuery query, Things things) {
    Map<String, List<String>> values =
        query.parameters().stream()
            .filter(parameter -> !parameter.equals(Parameter.LANG))
            .collect(toMap(Parameter::name, parameter -> List.of(parameter.example())));
    try {
      Query bound = query.bind(values, things).sparql();
      return Optional.of(
          new QueryExample(
              query.name(),
              query.title().byLanguage(),
              query.description().byLanguage(),
              query.keywords(),
              form(bound),
              bound.toString()));
    } catch (ParameterException e) {
      return Optional.empty();
    }
  }

  private static Form form(Query query) {
    if (query.isSelectType()) {
      return Form.SELECT;
    }
    if (query.isAskType()) {
      return Form.ASK;
    }
    return query.isConstructType() ? Form.CONSTRUCT : Form.DESCRIBE;
  }
}
