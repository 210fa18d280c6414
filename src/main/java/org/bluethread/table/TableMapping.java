package org.bluethread.table;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphZero;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;

/**
 * Says what the rows of a table mean: a SPARQL CONSTRUCT that is evaluated with each row as a
 * solution, every column a variable with the text of its cell, as <a
 * href="https://tarql.github.io/">Tarql</a> does it. An empty cell leaves its variable unbound, and
 * a template without a value for one of its variables gives nothing. {@code ?ROWNUM} is the line.
 *
 * <p>Nothing is lost in silence: a {@code BIND} that fails although every column it uses has a
 * value is an error, as is a subject or property that is no IRI, and a column the table has not.
 *
 * <p>Immutable; safe for any thread.
 */
public final class TableMapping {
  private static final int ROWS_AT_ONCE = 1000;
  private static final DatasetGraph NOTHING = DatasetGraphZero.create();

  private final String name;
  private final String base;
  private final Query query;
  private final MappingVariables variables;
  private final Map<Quad, Set<String>> templates = new LinkedHashMap<>();

  private TableMapping(String name, String base, Query query) {
    this.name = name;
    this.base = base;
    this.query = query;
    this.variables = MappingVariables.of(query);
    for (Quad template : query.getConstructTemplate().getQuads()) {
      templates.put(template, variables.columns(MappingVariables.of(template)));
    }
  }

  /**
   * Reads a mapping.
   *
   * @param name the name of its file, for messages
   * @param text a CONSTRUCT, whose template may have {@code GRAPH}; {@code FROM} names the table
   * @param base what relative IRIs are resolved against
   * @throws MappingException if it is none, or has blank nodes
   */
  public static TableMapping of(String name, String text, String base) {
    Query query;
    try {
      query = QueryFactory.create(text, base, Syntax.syntaxARQ);
    } catch (QueryException e) {
      throw new MappingException(name, e.getMessage(), e);
    }
    if (!query.isConstructType()) {
      throw new MappingException(name, "A mapping is a CONSTRUCT query.");
    }
    if (query.getConstructTemplate().getQuads().stream().anyMatch(TableMapping::hasBlankNode)) {
      throw new MappingException(name, "A mapping makes no blank nodes: give the thing an IRI.");
    }
    return new TableMapping(name, base, query);
  }

  /** The name of the table's file, where {@code FROM} gives one. */
  public Optional<String> table() {
    return query.getGraphURIs().stream()
        .findFirst()
        .map(iri -> iri.startsWith(base) ? iri.substring(base.length()) : iri);
  }

  /**
   * Gives what the rows of a table mean, row by row in order. Triples outside of {@code GRAPH} come
   * in the default graph.
   *
   * @throws MappingException if the table lacks a column that the mapping uses
   * @throws TableException if a row cannot be read as the mapping asks
   */
  public void map(Table table, Consumer<Statement> consumer) {
    for (String column : variables.columns()) {
      if (!table.columns().contains(column)) {
        throw new MappingException(
            name,
            "It uses ?%s, but the columns of %s are %s."
                .formatted(column, table.name(), String.join(", ", table.columns())));
      }
    }
    List<Binding> rows = new ArrayList<>();
    table.forEachRow(
        row -> {
          rows.add(solution(table.columns(), row));
          if (rows.size() == ROWS_AT_ONCE) {
            map(table, rows, consumer);
            rows.clear();
          }
        });
    map(table, rows, consumer);
  }

  private void map(Table table, List<Binding> rows, Consumer<Statement> consumer) {
    ElementData data = new ElementData();
    data.add(MappingVariables.LINE);
    table.columns().forEach(column -> data.add(Var.alloc(column)));
    rows.forEach(data::add);
    ElementGroup pattern = new ElementGroup();
    pattern.addElement(data);
    MappingVariables.elements(query).forEach(pattern::addElement);
    Query select = QueryFactory.create();
    select.setQuerySelectType();
    select.setQueryResultStar(true);
    select.setQueryPattern(pattern);
    try (QueryExec exec = QueryExec.dataset(NOTHING).query(select).build()) {
      exec.select().forEachRemaining(solution -> fill(table, solution, consumer));
    }
  }

  private void fill(Table table, Binding solution, Consumer<Statement> consumer) {
    long line = ((Number) solution.get(MappingVariables.LINE).getLiteralValue()).longValue();
    variables
        .failed(solution)
        .ifPresent(
            columns -> {
              throw unusable(table, line, columns, solution);
            });
    templates.forEach(
        (template, columns) -> {
          Quad quad = Substitute.substitute(template, solution);
          if (quad.isConcrete()) {
            if (!quad.getSubject().isURI() || !quad.getPredicate().isURI()) {
              throw unusable(table, line, columns, solution);
            }
            consumer.accept(new Statement(quad, line, columns));
          }
        });
  }

  private TableException unusable(Table table, long line, Set<String> columns, Binding solution) {
    String cells =
        columns.stream()
            .map(column -> column + " = “" + text(solution.get(column)) + "”")
            .collect(joining(", "));
    return new TableException(table.name(), line, TableException.Fault.UNUSABLE, name, cells);
  }

  private static String text(Node cell) {
    return cell == null ? "" : cell.getLiteralLexicalForm();
  }

  private static Binding solution(List<String> columns, Row row) {
    BindingBuilder solution = Binding.builder();
    solution.add(
        MappingVariables.LINE,
        NodeFactory.createLiteralByValue(row.line(), XSDDatatype.XSDinteger));
    for (int i = 0; i < columns.size(); i++) {
      String cell = row.cells().get(i);
      if (!cell.isEmpty()) {
        solution.add(Var.alloc(columns.get(i)), NodeFactory.createLiteralString(cell));
      }
    }
    return solution.build();
  }

  private static boolean hasBlankNode(Quad quad) {
    return Stream.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())
        .anyMatch(node -> node.isBlank() || Var.isBlankNodeVar(node));
  }
}
