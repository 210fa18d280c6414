package org.bluethread.terms;

import java.util.List;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.impl.ListBindingSet;

/**
 * Terms of RDF 1.1, and rows of them, as Jena and as RDF4J have them. A blank node keeps its label,
 * which means something within one answer. Safe for threads.
 *
 * @see <a href="https://www.w3.org/TR/rdf11-concepts/">RDF 1.1 Concepts</a>
 */
public final class Terms {
  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

  private Terms() {}

  /**
   * The term as RDF4J has it.
   *
   * @throws IllegalArgumentException if it is an IRI without a scheme, or no term of RDF 1.1
   */
  public static Value value(Node node) {
    if (node.isURI()) {
      return VALUES.createIRI(node.getURI());
    }
    if (node.isBlank()) {
      return VALUES.createBNode(node.getBlankNodeLabel());
    }
    if (!node.isLiteral()) {
      throw notOfRdf11(node);
    }
    String language = node.getLiteralLanguage();
    return language.isEmpty()
        ? VALUES.createLiteral(
            node.getLiteralLexicalForm(), VALUES.createIRI(node.getLiteralDatatypeURI()))
        : VALUES.createLiteral(node.getLiteralLexicalForm(), language);
  }

  /**
   * The term as Jena has it.
   *
   * @throws IllegalArgumentException if it is no term of RDF 1.1
   */
  public static Node node(Value value) {
    return switch (value) {
      case IRI iri -> NodeFactory.createURI(iri.stringValue());
      case BNode blank -> NodeFactory.createBlankNode(blank.getID());
      case Literal literal -> literal(literal);
      default -> throw notOfRdf11(value);
    };
  }

  private static Node literal(Literal literal) {
    return literal
        .getLanguage()
        .map(language -> NodeFactory.createLiteralLang(literal.getLabel(), language))
        .orElseGet(
            () ->
                NodeFactory.createLiteralDT(
                    literal.getLabel(),
                    TypeMapper.getInstance()
                        .getSafeTypeByName(literal.getDatatype().stringValue())));
  }

  private static IllegalArgumentException notOfRdf11(Object term) {
    return new IllegalArgumentException("a term that is not of RDF 1.1: " + term);
  }

  /**
   * The row as RDF4J has it.
   *
   * @param names of what the row has, in the order of {@code variables}
   * @throws IllegalArgumentException as for {@link #value}
   */
  public static BindingSet row(List<String> names, List<Var> variables, Binding row) {
    Value[] values = new Value[variables.size()];
    for (int i = 0; i < values.length; i++) {
      Node node = row.get(variables.get(i));
      values[i] = node == null ? null : value(node);
    }
    return new ListBindingSet(names, values);
  }

  /**
   * The row as Jena has it.
   *
   * @throws IllegalArgumentException as for {@link #node}
   */
  public static Binding row(BindingSet row) {
    BindingBuilder binding = BindingFactory.builder();
    row.forEach(cell -> binding.add(Var.alloc(cell.getName()), node(cell.getValue())));
    return binding.build();
  }
}
