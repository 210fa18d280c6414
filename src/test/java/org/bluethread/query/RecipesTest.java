package org.bluethread.query;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.bluethread.graph.Author;
import org.bluethread.graph.Change;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Outcome;
import org.bluethread.graph.WriteRequest;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.ThingIndexer;
import org.bluethread.support.ShippedData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The recipes of the shelf work: what one writes is let in beside what the project ships, from
 * somebody who may not touch the graphs of the release, and the query then finds it.
 */
final class RecipesTest {
  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final Shelf SHELF = Shelf.load(HOME.resolve("queries"));
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  @TempDir private static Path data;
  private static KnowledgeGraph graph;
  private static ThingIndex index;
  private static final Map<String, List<String>> SHIPPED = new HashMap<>();

  /** The statements of the recipe that is in the graph now; the next one takes its place. */
  private static Set<Quad> present = Set.of();

  @BeforeAll
  static void load() {
    ShippedData.copyTo(data);
    graph = KnowledgeGraph.open(ShippedData.store(data), ShippedData.log(data));
    index = ShippedData.index(data);
    ThingIndexer.follow(graph, index);
    queries()
        .map(Named::getPayload)
        .forEach(query -> SHIPPED.put(query.name(), answers(query, recipe(query))));
  }

  @AfterAll
  static void close() {
    index.close();
    graph.close();
  }

  static Stream<Named<NamedQuery>> queries() {
    return SHELF.queries().stream()
        .filter(query -> query.recipe().isPresent())
        .map(query -> Named.of(query.name(), query));
  }

  @Test
  void thereAreTenAtTheLeast() {
    assertThat(queries()).hasSizeGreaterThanOrEqualTo(10);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void itsTitleEndsASentenceInEnglishAndChinese(NamedQuery query) {
    Recipe recipe = recipe(query);

    assertThat(List.of("en", "zh")).allMatch(lang -> recipe.title().in(lang).startsWith("…"));
    assertThat(recipe.title().in("zh")).containsPattern("\\p{IsHan}");
  }

  @ParameterizedTest
  @MethodSource("queries")
  void theGateLetsItInAndTheQueryFindsIt(NamedQuery query) {
    Set<Quad> quads = quads(recipe(query));

    Outcome outcome =
        write(
            target -> {
              present.forEach(target::delete);
              quads.forEach(quad -> assertThat(target.contains(quad)).as("%s", quad).isFalse());
              quads.forEach(target::add);
            });
    present = quads;

    List<String> before = SHIPPED.get(query.name());
    assertThat(outcome.report().results()).as("warnings").isEmpty();
    assertThat(answers(query, recipe(query))).hasSizeGreaterThan(before.size()).containsAll(before);
  }

  private static Recipe recipe(NamedQuery query) {
    return query.recipe().orElseThrow();
  }

  /** Nothing of it stands outside of a named graph. */
  private static Set<Quad> quads(Recipe recipe) {
    DatasetGraph dataset = DatasetFactory.create().asDatasetGraph();
    RDFParser.fromString(recipe.trig(), Lang.TRIG).parse(dataset);
    assertThat(dataset.getDefaultGraph().isEmpty()).as("has no statement without a graph").isTrue();
    return Iter.toSet(dataset.find());
  }

  private static Outcome write(Change change) {
    return graph.write(
        new WriteRequest(new Author("somebody", false), "test", "a recipe", "seed", change));
  }

  /** None, if the recipe's values name what nothing in the graph is. */
  private static List<String> answers(NamedQuery query, Recipe recipe) {
    Map<String, List<String>> given =
        recipe.values().entrySet().stream()
            .collect(toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
    return graph.read(
        snapshot -> {
          BoundQuery bound;
          try {
            bound = query.bind(given, new IndexedThings(index).in(snapshot));
          } catch (ParameterException e) {
            return List.of();
          }
          try (QueryRun run = QueryRun.start(bound, snapshot, TIMEOUT)) {
            return lines(((Answer.Rows) run.answer()).rows());
          }
        });
  }

  private static List<String> lines(RowSet rows) {
    List<String> lines = new ArrayList<>();
    while (rows.hasNext()) {
      Binding row = rows.next();
      lines.add(
          rows.getResultVars().stream()
              .map(variable -> row.contains(variable) ? NodeFmtLib.strNT(row.get(variable)) : "")
              .collect(joining(" | ")));
    }
    return lines;
  }
}
