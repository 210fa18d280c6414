package org.bluethread.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.compose.MultiUnion;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.graph.GraphFactory;
import org.bluethread.gate.Gate;
import org.bluethread.gate.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of deliberately broken files, {@code src/test/broken/table.tsv}: each file breaks one
 * constraint of the project's shapes, and the gate names that constraint and no other. Every
 * constraint of the shapes has its file.
 */
final class BrokenDataTest {
  private static final Path BROKEN = Path.of("src/test/broken");
  private static final String SHAPES = "https://w3id.org/bluethread/shapes#";
  private static final String SHACL = "http://www.w3.org/ns/shacl#";
  private static final Graph SHAPES_GRAPH = read(Path.of("shapes"));
  private static final Gate GATE = Gate.of(SHAPES_GRAPH);
  private static final Graph SOUND = sound();

  private record Case(String file, String shape, String constraint) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Case> table() throws IOException {
    return Files.readAllLines(BROKEN.resolve("table.tsv")).stream()
        .skip(1)
        .map(line -> line.split("\t"))
        .map(cells -> new Case(cells[0], cells[1], cells[2]));
  }

  @Test
  void theWorldTheyAreAddedToIsSound() {
    assertThat(GATE.judge(SOUND).toText("en")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("table")
  void isCaughtByTheConstraintMeantAndNoOther(Case broken) {
    Graph world = new MultiUnion(new Graph[] {SOUND, read(BROKEN.resolve(broken.file()))});

    List<Result> results = GATE.judge(world).results();

    assertThat(results)
        .extracting(BrokenDataTest::constraint)
        .containsExactly(broken.shape() + " " + broken.constraint());
    assertThat(results.get(0).message("en")).isNotBlank();
    assertThat(results.get(0).message("zh")).containsPattern("\\p{IsHan}");
  }

  @Test
  void everyConstraintOfTheShapesHasItsFiles() throws IOException {
    List<String> constraints = new ArrayList<>();
    for (Shape shape : new TreeMap<>(shapesByName()).values()) {
      shape
          .getConstraints()
          .forEach(
              constraint ->
                  constraints.add(
                      shape.getShapeNode().getURI().substring(SHAPES.length())
                          + " "
                          + component(constraint)));
    }
    assertThat(table().map(row -> row.shape() + " " + row.constraint()))
        .containsExactlyInAnyOrderElementsOf(constraints);
  }

  @Test
  void everyFileIsInTheTable() throws IOException {
    try (Stream<Path> files = Files.list(BROKEN)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(Stream.of("base.ttl", "table.tsv"), table().map(Case::file)).toList());
    }
  }

  /** The component of a constraint; Jena names a qualified value shape by its parameter. */
  private static String component(Constraint constraint) {
    String name = constraint.getComponent().getURI().substring(SHACL.length());
    return name.equals("qualifiedValueShape") ? "QualifiedMinCountConstraintComponent" : name;
  }

  private static String constraint(Result result) {
    return result.sourceShape().getURI().substring(SHAPES.length())
        + " "
        + result.component().getURI().substring(SHACL.length());
  }

  private static Map<String, Shape> shapesByName() {
    Map<String, Shape> shapes = new TreeMap<>();
    Shapes.parse(SHAPES_GRAPH)
        .getShapeMap()
        .forEach(
            (node, shape) -> {
              if (node.isURI()) {
                shapes.put(node.getURI(), shape);
              }
            });
    return shapes;
  }

  private static Graph sound() {
    Graph world = read(Path.of("ontology"));
    RDFDataMgr.read(world, BROKEN.resolve("base.ttl").toString());
    return world;
  }

  private static Graph read(Path path) {
    Graph graph = GraphFactory.createDefaultGraph();
    try (Stream<Path> files = Files.walk(path)) {
      files
          .filter(file -> file.toString().endsWith(".ttl"))
          .forEach(file -> RDFDataMgr.read(graph, file.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return graph;
  }
}
