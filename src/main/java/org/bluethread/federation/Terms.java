package org.bluethread.federation;

import java.util.Iterator;
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

/** Terms and rows, as Jena and as RDF4J have them. */
final class Terms {
  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

  private Terms() {}

  static Value value(Node node) {
    if (node.isURI()) {
      return VALUES.createIRI(node.getURI());
    }
    if (node.isBlank()) {
      return VALUES.createBNode(node.getBlankNodeLabel());
    }
    String language = node.getLiteralLanguage();
    return language.isEmpty()
        ? VALUES.createLiteral(
            node.getLiteralLexicalForm(), VALUES.createIRI(node.getLiteralDatatypeURI()))
        : VALUES.createLiteral(node.getLiteralLexicalForm(), language);
  }

  static Node node(Value value) {
    if (value instanceof IRI iri) {
      return NodeFactory.createURI(iri.stringValue());
    }
    if (value instanceof BNode blank) {
      return NodeFactory.createBlankNode(blank.getID());
    }
    Literal literal = (Literal) value;
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

  /**
   * @param variables the names that the row has, in the order of {@code vars}
   */
  static BindingSet row(List<String> variables, List<Var> vars, Binding binding) {
    Value[] values = new Value[vars.size()];
    for (int i = 0; i < values.length; i++) {
      Node node = binding.get(vars.get(i));
      values[i] = node == null ? null : value(node);
    }
    return new ListBindingSet(variables, values);
  }

  static Binding row(BindingSet row) {
    BindingBuilder builder = BindingFactory.builder();
    Iterator<org.eclipse.rdf4j.query.Binding> bindings = row.iterator();
    while (bindings.hasNext()) {
      org.eclipse.rdf4j.query.Binding one = bindings.next();
      builder.add(Var.alloc(one.getName()), node(one.getValue()));
    }
    return builder.build();
  }
}
