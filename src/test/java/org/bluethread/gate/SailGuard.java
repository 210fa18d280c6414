package org.bluethread.gate;

import static java.util.stream.Collectors.toSet;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.sparql.graph.GraphFactory;
import org.bluethread.terms.Terms;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
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
        (Resource) Terms.value(triple.getSubject()),
        (IRI) Terms.value(triple.getPredicate()),
        Terms.value(triple.getObject()));
  }

  private static Triple triple(Statement statement) {
    return Triple.create(
        Terms.node(statement.getSubject()),
        Terms.node(statement.getPredicate()),
        Terms.node(statement.getObject()));
  }

  @Override
  public void close() {
    connection.close();
    repository.shutDown();
  }
}
