package org.bluethread.facade;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;

/**
 * Writes quads as JSON-LD while they come, in expanded form, which needs no context: Jena's own
 * writer holds all of them first. Neighbours of the same graph, subject and property are written
 * together.
 *
 * <p>For one answer of one thread.
 *
 * @see <a href="https://www.w3.org/TR/json-ld11/#expanded-document-form">JSON-LD 1.1, Expanded
 *     Document Form</a>
 * @see <a href="https://www.w3.org/TR/json-ld11-streaming/">Streaming JSON-LD</a>
 */
final class JsonLdStream implements StreamRDF {
  private final JsonGenerator json;

  /** The named graph whose node is open. */
  private Optional<Node> graph = Optional.empty();

  private Optional<Node> subject = Optional.empty();
  private Optional<Node> predicate = Optional.empty();

  /** The properties of the subject that were written: a name must not come twice in an object. */
  private final Set<Node> written = new HashSet<>();

  /**
   * @param out is not closed
   */
  JsonLdStream(OutputStream out) throws IOException {
    this.json =
        new JsonFactory()
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
  }

  @Override
  public void start() {
    quietly(json::writeStartArray);
  }

  @Override
  public void triple(Triple triple) {
    quad(new Quad(Quad.defaultGraphNodeGenerated, triple));
  }

  @Override
  public void quad(Quad quad) {
    quietly(() -> write(quad));
  }

  @Override
  public void base(String base) {
    // Addresses are written in full.
  }

  @Override
  public void prefix(String prefix, String iri) {
    // Names are written in full.
  }

  @Override
  public void finish() {
    quietly(
        () -> {
          endGraph();
          json.writeEndArray();
          json.flush();
        });
  }

  private void write(Quad quad) throws IOException {
    Optional<Node> in = quad.isDefaultGraph() ? Optional.empty() : Optional.of(quad.getGraph());
    if (!in.equals(graph)) {
      endGraph();
      graph = in;
      if (in.isPresent()) {
        json.writeStartObject();
        json.writeStringField("@id", id(in.get()));
        json.writeArrayFieldStart("@graph");
      }
    }
    if (!subject.equals(Optional.of(quad.getSubject()))) {
      endSubject();
      beginSubject(quad.getSubject());
    }
    if (!predicate.equals(Optional.of(quad.getPredicate()))) {
      beginPredicate(quad);
    }
    writeValue(quad.getObject());
  }

  private void beginSubject(Node node) throws IOException {
    subject = Optional.of(node);
    json.writeStartObject();
    json.writeStringField("@id", id(node));
  }

  private void beginPredicate(Quad quad) throws IOException {
    if (!written.add(quad.getPredicate())) {
      endSubject();
      beginSubject(quad.getSubject());
      written.add(quad.getPredicate());
    }
    endPredicate();
    predicate = Optional.of(quad.getPredicate());
    json.writeArrayFieldStart(quad.getPredicate().getURI());
  }

  private void writeValue(Node node) throws IOException {
    json.writeStartObject();
    if (!node.isLiteral()) {
      json.writeStringField("@id", id(node));
    } else {
      json.writeStringField("@value", node.getLiteralLexicalForm());
      if (!node.getLiteralLanguage().isEmpty()) {
        json.writeStringField("@language", node.getLiteralLanguage());
      } else if (!node.getLiteralDatatype().equals(XSDDatatype.XSDstring)) {
        json.writeStringField("@type", node.getLiteralDatatypeURI());
      }
    }
    json.writeEndObject();
  }

  private static String id(Node node) {
    return node.isBlank()
        ? "_:" + NodeFmtLib.encodeBNodeLabel(node.getBlankNodeLabel())
        : node.getURI();
  }

  private void endPredicate() throws IOException {
    if (predicate.isPresent()) {
      json.writeEndArray();
      predicate = Optional.empty();
    }
  }

  private void endSubject() throws IOException {
    endPredicate();
    if (subject.isPresent()) {
      json.writeEndObject();
      subject = Optional.empty();
      written.clear();
    }
  }

  private void endGraph() throws IOException {
    endSubject();
    if (graph.isPresent()) {
      json.writeEndArray();
      json.writeEndObject();
      graph = Optional.empty();
    }
  }

  /** Something that writes. */
  private interface Writing {
    void run() throws IOException;
  }

  private static void quietly(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
