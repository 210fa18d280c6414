package org.bluethread.w3c;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

/** A test of the suite. */
sealed interface SparqlTest {
  /** What names the test, here and in the list of known failures. */
  String iri();

  /** Where a text goes. */
  enum Door {
    QUERY,
    UPDATE
  }

  /** A text that can be read. */
  record WellFormed(String iri, Door door, SuiteFile text) implements SparqlTest {}

  /** A text that cannot be read. */
  record IllFormed(String iri, Door door, SuiteFile text) implements SparqlTest {}

  /** A query with the answer it must get, in the format of the file. */
  record Answered(String iri, SuiteFile query, Data data, SuiteFile expected)
      implements SparqlTest {}

  /** An update with what it must leave. */
  record Updated(String iri, SuiteFile request, Data before, Data after) implements SparqlTest {}

  /**
   * What a store holds.
   *
   * @param unnamed what its default graph holds, or with quads the whole
   * @param named what its named graphs hold, by their names
   */
  record Data(Optional<SuiteFile> unnamed, Map<String, SuiteFile> named) {
    /** All of it, as a dataset. */
    DatasetGraph dataset() {
      DatasetGraph all = DatasetGraphFactory.create();
      unnamed.ifPresent(file -> file.dataset().find().forEachRemaining(all::add));
      named.forEach(
          (name, file) ->
              file.dataset()
                  .getDefaultGraph()
                  .find()
                  .forEachRemaining(t -> all.add(Quad.create(NodeFactory.createURI(name), t))));
      return all;
    }
  }
}
