package org.bluethread.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.graph.KnowledgeGraph;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.query.BooleanQuery;
import org.eclipse.rdf4j.query.Query;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.resultio.QueryResultIO;
import org.eclipse.rdf4j.query.resultio.TupleQueryResultFormat;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.repository.sail.SailRepositoryConnection;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/**
 * RDF4J's store in memory behind a small door that speaks the SPARQL protocol, on a free port. Its
 * default graph is all graphs together, and gives a triple once for each that holds it.
 */
public final class Rdf4jStore implements AutoCloseable {
  private static final int BAD_REQUEST = 400;

  static {
    System.setProperty("sun.net.httpserver.nodelay", "true"); // Else each answer waits for 40 ms.
  }

  private final SailRepository repository = new SailRepository(new MemoryStore());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  private Rdf4jStore() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/sparql", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** A server that holds what a graph does. */
  public static Rdf4jStore of(KnowledgeGraph graph) {
    Rdf4jStore store = new Rdf4jStore();
    try (SailRepositoryConnection connection = store.repository.getConnection()) {
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
    return store;
  }

  /** The address of its SPARQL endpoint. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/sparql";
  }

  private static void add(SailRepositoryConnection connection, Quad quad) {
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

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange;
        SailRepositoryConnection connection = repository.getConnection()) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String query = exchange.getRequestURI().getRawQuery();
      String text = parameter(body.isEmpty() ? query : body);
      Query prepared = connection.prepareQuery(text);
      exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      if (prepared instanceof BooleanQuery ask) {
        String truth = "{\"head\":{},\"boolean\":" + ask.evaluate() + "}";
        out.write(truth.getBytes(StandardCharsets.UTF_8));
      } else {
        ((TupleQuery) prepared).evaluate(QueryResultIO.createTupleWriter(TupleQueryResultFormat.JSON, out));
      }
    } catch (RuntimeException e) {
      byte[] message = String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(BAD_REQUEST, message.length);
      exchange.getResponseBody().write(message);
    }
  }

  private static String parameter(String form) {
    return Arrays.stream(form.split("&", -1))
        .filter(field -> field.startsWith("query="))
        .map(field -> URLDecoder.decode(field.substring(6), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    repository.shutDown();
  }
}
