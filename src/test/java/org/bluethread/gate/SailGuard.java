package org.bluethread.gate;

import static java.util.stream.Collectors.toSet;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.sparql.graph.GraphFactory;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.RepositoryException;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.eclipse.rdf4j.sail.shacl.ShaclSail;
import org.eclipse.rdf4j.sail.shacl.ShaclSailValidationException;

/** RDF4J's ShaclSail in front of a store in memory, spoken to in Jena's terms. */
final class SailGuard implements AutoCloseable {
  private static final String SHAPES = "http://rdf4j.org/schema/rdf4j#SHACLShapeGraph";

  private final SailRepository repository;
  private final RepositoryConnection connection;
  private final ValueFactory values;

  SailGuard() {
    ShaclSail sail = new ShaclSail(new MemoryStore());
    sail.setParallelValidation(false);
    repository = new SailRepository(sail);
    connection = repository.getConnection();
    values = connection.getValueFactory();
  }

  /** Puts shapes into force. */
  Set<Key> shapes(Graph shapes) {
    connection.begin();
    shapes.stream().forEach(triple -> connection.add(statement(triple), values.createIRI(SHAPES)));
    return commit();
  }

  /** Makes a change, in the default graph; the results for which it is refused, or none. */
  Set<Key> change(UnionChange change) {
    connection.begin();
    change.forEach(
        (triple, came) -> {
          if (came) {
            connection.add(statement(triple));
          } else {
            connection.remove(statement(triple));
          }
        });
    return commit();
  }

  private Set<Key> commit() {
    try {
      connection.commit();
      return Set.of();
    } catch (RepositoryException e) {
      connection.rollback();
      if (e.getCause() instanceof ShaclSailValidationException invalid) {
        Graph report = GraphFactory.createDefaultGraph();
        invalid.validationReportAsModel().forEach(statement -> report.add(triple(statement)));
        return ValidationReport.fromGraph(report).getEntries().stream()
            .map(Key::of)
            .collect(toSet());
      }
      throw e;
    }
  }

  private Statement statement(Triple triple) {
    return values.createStatement(
        (Resource) value(triple.getSubject()),
        (IRI) value(triple.getPredicate()),
        value(triple.getObject()));
  }

  private Value value(Node node) {
    if (node.isURI()) {
      return values.createIRI(node.getURI());
    }
    if (node.isBlank()) {
      return values.createBNode(node.getBlankNodeLabel());
    }
    return node.getLiteralLanguage().isEmpty()
        ? values.createLiteral(
            node.getLiteralLexicalForm(), values.createIRI(node.getLiteralDatatypeURI()))
        : values.createLiteral(node.getLiteralLexicalForm(), node.getLiteralLanguage());
  }

  private static Triple triple(Statement statement) {
    return Triple.create(
        node(statement.getSubject()), node(statement.getPredicate()), node(statement.getObject()));
  }

  private static Node node(Value value) {
    if (value instanceof IRI) {
      return NodeFactory.createURI(value.stringValue());
    }
    if (value instanceof Literal literal) {
      return literal
          .getLanguage()
          .map(language -> NodeFactory.createLiteralLang(literal.getLabel(), language))
          .orElseGet(
              () ->
                  NodeFactory.createLiteralDT(
                      literal.getLabel(),
                      NodeFactory.getType(literal.getDatatype().stringValue())));
    }
    return NodeFactory.createBlankNode(value.stringValue());
  }

  @Override
  public void close() {
    connection.close();
    repository.shutDown();
  }
}
