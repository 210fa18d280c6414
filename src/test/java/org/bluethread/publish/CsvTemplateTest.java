package org.bluethread.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.data.RealData;
import org.bluethread.graph.Snapshot;
import org.bluethread.table.Table;
import org.bluethread.vocabulary.BT;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of a class says of a thing what the graph says, for every class that has things. */
final class CsvTemplateTest {
  static List<String> classes() {
    return RealData.GRAPH.read(
        snapshot ->
            Ontology.of(snapshot).terms().stream()
                .filter(term -> term.kind() == OntologyTerm.Kind.CLASS)
                .map(OntologyTerm::localName)
                .filter(
                    name ->
                        profile(snapshot, name).requirements().stream()
                                .anyMatch(asked -> asked.property().isPresent())
                            && instance(snapshot, name).isPresent())
                .toList());
  }

  @ParameterizedTest
  @MethodSource("classes")
  void aThingComesBackAsItIs(String name) {
    RealData.GRAPH.read(
        snapshot -> {
          Graph union = snapshot.dataset().getUnionGraph();
          Node thing = instance(snapshot, name).orElseThrow();
          CsvTemplate template = CsvTemplate.of(profile(snapshot, name));
          Set<Triple> said = new HashSet<>();

          template
              .mapping(template.header())
              .map(
                  Table.of(name + ".csv", table(union, template, thing).getBytes(UTF_8)),
                  statement -> said.add(statement.quad().asTriple()));

          Set<Triple> known =
              Stream.concat(
                      profile(snapshot, name).types().stream()
                          .map(type -> Triple.create(thing, RDF.Nodes.type, type)),
                      template.columns().stream()
                          .flatMap(
                              column ->
                                  values(union, thing, column)
                                      .map(v -> Triple.create(thing, column.property(), v))))
                  .collect(toSet());
          assertThat(said).isEqualTo(known);
          return name;
        });
  }

  private static ClassProfile profile(Snapshot snapshot, String name) {
    return ClassProfile.of(snapshot, name).orElseThrow();
  }

  private static Optional<Node> instance(Snapshot snapshot, String name) {
    return snapshot.dataset().getUnionGraph().stream(
            Node.ANY, RDF.Nodes.type, NodeFactory.createURI(BT.NS + name))
        .map(Triple::getSubject)
        .min(comparing(Node::getURI));
  }

  private static String table(Graph union, CsvTemplate template, Node thing) {
    return template.csv()
        + Stream.concat(
                Stream.of(thing.getURI()),
                template.columns().stream()
                    .map(
                        column ->
                            values(union, thing, column)
                                .map(RealData::text)
                                .collect(joining(" | "))))
            .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
            .collect(joining(","));
  }

  private static Stream<Node> values(Graph union, Node thing, CsvColumn column) {
    return union.stream(thing, column.property(), Node.ANY)
        .map(Triple::getObject)
        .distinct()
        .filter(
            value ->
                column
                    .language()
                    .map(tag -> value.isLiteral() && value.getLiteralLanguage().equals(tag))
                    .orElse(true));
  }
}
