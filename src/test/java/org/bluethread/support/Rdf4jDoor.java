package org.bluethread.support;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.graph.KnowledgeGraph;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.query.BooleanQuery;
import org.eclipse.rdf4j.query.MalformedQueryException;
import org.eclipse.rdf4j.query.Query;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLBooleanJSONWriter;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONWriter;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/**
 * An RDF4J store in memory, behind the query half of the SPARQL Protocol. Its default graph is all
 * graphs together, and gives a triple once for each that holds it.
 */
public final class Rdf4jDoor implements AutoCloseable {
  private final SailRepository store = new SailRepository(new MemoryStore());
  private final Door door = Door.that(this::answer);

  /** Opens a store with some Turtle in it. */
  public Rdf4jDoor(String turtle) throws IOException {
    try (RepositoryConnection connection = store.getConnection()) {
      connection.add(new StringReader(turtle), "http://example.org/", RDFFormat.TURTLE);
    }
  }

  /** Opens a store that holds what a graph does. */
  public Rdf4jDoor(KnowledgeGraph graph) {
    try (RepositoryConnection connection = store.getConnection()) {
      connection.begin();
      graph.read(
          snapshot -> {
            snapshot
                .dataset()
                .findNG(null, null, null, null)
                .forEachRemaining(quad -> add(connection, quad));
            return snapshot;
          });
      connection.commit();
    }
  }

  private static void add(RepositoryConnection connection, Quad quad) {
    ValueFactory values = connection.getValueFactory();
    connection.add(
        (Resource) value(values, quad.getSubject()),
        (IRI) value(values, quad.getPredicate()),
        value(values, quad.getObject()),
        (Resource) value(values, quad.getGraph()));
  }

  private static Value value(ValueFactory values, Node node) {
    if (node.isURI()) {
      return values.createIRI(node.getURI());
    }
    if (node.isBlank()) {
      return values.createBNode(node.getBlankNodeLabel().replaceAll("[^A-Za-z0-9]", "x"));
    }
    return node.getLiteralLanguage().isEmpty()
        ? values.createLiteral(
            node.getLiteralLexicalForm(), values.createIRI(node.getLiteralDatatypeURI()))
        : values.createLiteral(node.getLiteralLexicalForm(), node.getLiteralLanguage());
  }

  private void answer(HttpExchange exchange, String text) throws IOException {
    if (text.isEmpty()) {
      Door.send(exchange, 404, "text/plain", new byte[0]);
      return;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RepositoryConnection connection = store.getConnection()) {
      Query query = connection.prepareQuery(text);
      if (query instanceof BooleanQuery truth) {
        new SPARQLBooleanJSONWriter(out).handleBoolean(truth.evaluate());
      } else {
        ((TupleQuery) query).evaluate(new SPARQLResultsJSONWriter(out));
      }
    } catch (MalformedQueryException e) {
      String said = e + "\n" + text;
      Door.send(exchange, 400, "text/plain", said.getBytes(StandardCharsets.UTF_8));
      return;
    }
    Door.send(exchange, 200, "application/sparql-results+json", out.toByteArray());
  }

  /** Where it is asked. */
  public String address() {
    return door.address();
  }

  @Override
  public void close() {
    door.close();
    store.shutDown();
  }
}
