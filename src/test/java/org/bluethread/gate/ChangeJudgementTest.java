package org.bluethread.gate;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * The gate says of a change what Jena's full validations before and after it say, result for
 * result, whatever the shapes and the data.
 */
class ChangeJudgementTest {
  private static final Pattern COUNT = Pattern.compile("(?:Got count =|but got) (\\d+)");

  @Property(tries = 6000)
  void theResultsOfAChangeAreThoseThatAFullValidationHasAfterItAndNotBefore(@ForAll long seed) {
    RandomShapes chance = new RandomShapes(seed);
    String turtle = chance.shapes();
    Graph shapesGraph = RDFParser.fromString(RandomShapes.PREFIXES + turtle, Lang.TURTLE).toGraph();
    Gate gate = Gate.of(shapesGraph, chance.below(3));
    Shapes shapes = Shapes.parse(shapesGraph);
    DatasetGraph dataset = DatasetGraphFactory.create();
    int statements = chance.below(20);
    for (int i = 0; i < statements; i++) {
      dataset.add(chance.quad());
    }
    for (int round = 0; round < 6; round++) {
      Map<Key, Integer> before = full(shapes, dataset);
      Delta delta = change(chance, dataset);
      Map<Key, Integer> after = full(shapes, dataset);

      List<Key> found = gate.judge(dataset, delta).results().stream().map(this::key).toList();

      assertThat(found)
          .as(
              () ->
                  "shapes:\n"
                      + turtle
                      + "\nadded: "
                      + delta.added()
                      + "\nremoved: "
                      + delta.removed()
                      + "\nafter: "
                      + dataset)
          .containsExactlyInAnyOrderElementsOf(brought(before, after));
    }
  }

  /** A triple that comes to a second graph, before one that is new and leads the same way back. */
  @Example
  void aTripleThatChangesNothingDoesNotHideOneThatDoes() {
    theResultsOfAChangeAreThoseThatAFullValidationHasAfterItAndNotBefore(1063621288L);
  }

  private static Set<Key> brought(Map<Key, Integer> before, Map<Key, Integer> after) {
    return after.entrySet().stream()
        .filter(
            entry -> {
              Key key = entry.getKey();
              Integer was = before.get(key);
              return was == null || isWorse(key, was, entry.getValue());
            })
        .map(Map.Entry::getKey)
        .collect(toCollection(LinkedHashSet::new));
  }

  private static boolean isWorse(Key key, int was, int is) {
    return key.isCount() && (key.isMinimum() ? is < was : is > was);
  }

  private Key key(Result result) {
    return new Key(
        result.focusNode(),
        result.path(),
        result.value(),
        result.component(),
        result.sourceShape());
  }

  private static Delta change(RandomShapes chance, DatasetGraph dataset) {
    Delta delta = new Delta();
    int steps = 1 + chance.below(4);
    for (int i = 0; i < steps; i++) {
      List<Quad> present = new ArrayList<>();
      dataset.find().forEachRemaining(present::add);
      Quad quad =
          chance.oneIn(2) && !present.isEmpty()
              ? present.get(chance.below(present.size()))
              : chance.quad();
      if (dataset.contains(quad)) {
        dataset.delete(quad);
        delta.noteRemoved(quad);
      } else {
        dataset.add(quad);
        delta.noteAdded(quad);
      }
    }
    return delta;
  }

  /** The results of a full validation, each with the number it speaks of. */
  private static Map<Key, Integer> full(Shapes shapes, DatasetGraph dataset) {
    Graph data = GraphFactory.createDefaultGraph();
    dataset.find().forEachRemaining(quad -> data.add(quad.asTriple()));
    Map<Key, Integer> results = new HashMap<>();
    for (ReportEntry entry : ShaclValidator.get().validate(shapes, data).getEntries()) {
      Matcher count = COUNT.matcher(entry.message());
      results.put(Key.of(entry), count.find() ? Integer.parseInt(count.group(1)) : 0);
    }
    return results;
  }
}
