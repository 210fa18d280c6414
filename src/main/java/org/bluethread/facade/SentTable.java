package org.bluethread.facade;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.P_Link;
import org.bluethread.gate.Cause;
import org.bluethread.gate.Report;
import org.bluethread.gate.Result;
import org.bluethread.graph.Change;
import org.bluethread.graph.Sha256;
import org.bluethread.publish.CsvTemplate;
import org.bluethread.table.Statement;
import org.bluethread.table.Table;
import org.bluethread.table.TableMapping;

/** A table of things of one class, as somebody sent it. */
final class SentTable implements Sent {
  private final byte[] bytes;
  private final Table table;
  private final CsvTemplate template;
  private final TableMapping mapping;

  /**
   * @param name how messages call the table
   * @throws org.bluethread.table.TableException if it cannot be read
   * @throws org.bluethread.publish.TemplateException if it has other columns than the template
   */
  SentTable(String name, byte[] bytes, CsvTemplate template) {
    this.bytes = bytes;
    this.template = template;
    this.table = Table.of(name, bytes);
    this.mapping = template.mapping(table.columns());
  }

  @Override
  public String hash() {
    return Sha256.hex(bytes);
  }

  @Override
  public Change addTo(Node graph) {
    return target ->
        mapping.map(
            table,
            statement ->
                target.add(
                    graph,
                    statement.quad().getSubject(),
                    statement.quad().getPredicate(),
                    statement.quad().getObject()));
  }

  @Override
  public Change replace(Node graph) {
    return target -> {
      target.removeGraph(graph);
      addTo(graph).apply(target);
    };
  }

  /**
   * Each message begins with the line and the column. The statements at fault stand where their row
   * begins; their column is the first of those that they were made of.
   */
  @Override
  public Report located(Report report, Node graph) {
    Set<Node> focusNodes = report.results().stream().map(Result::focusNode).collect(toSet());
    Set<Triple> causes =
        report.results().stream()
            .flatMap(result -> result.causes().stream())
            .filter(Cause::came)
            .map(cause -> cause.quad().asTriple())
            .collect(toSet());
    Map<Node, Statement> first = new HashMap<>();
    Map<Triple, Cause.Place> places = new HashMap<>();
    mapping.map(
        table,
        statement -> {
          Triple triple = statement.quad().asTriple();
          if (causes.contains(triple)) {
            places.putIfAbsent(triple, place(statement));
          }
          for (Node end : List.of(statement.quad().getSubject(), statement.quad().getObject())) {
            if (focusNodes.contains(end)) {
              first.putIfAbsent(end, statement);
            }
          }
        });
    return report.map(
        result ->
            Optional.ofNullable(first.get(result.focusNode()))
                .map(statement -> located(result, statement))
                .orElse(result)
                .with(result.causes().stream().map(cause -> placed(cause, places)).toList()));
  }

  private Cause.Place place(Statement statement) {
    int column =
        IntStream.range(0, table.columns().size())
            .filter(index -> statement.columns().contains(table.columns().get(index)))
            .findFirst()
            .orElse(0);
    return new Cause.Place(statement.line(), column + 1L);
  }

  private static Cause placed(Cause cause, Map<Triple, Cause.Place> places) {
    Cause.Place place = places.get(cause.quad().asTriple());
    return cause.came() && place != null ? cause.at(place) : cause;
  }

  private Result located(Result result, Statement statement) {
    boolean subject = statement.quad().getSubject().equals(result.focusNode());
    Collection<String> columns =
        subject
            ? result
                .path()
                .filter(P_Link.class::isInstance)
                .map(path -> template.columnsOf(((P_Link) path).getNode()))
                .orElse(List.of(CsvTemplate.ID))
            : statement.columns();
    return result.at(statement.line(), columns);
  }
}
