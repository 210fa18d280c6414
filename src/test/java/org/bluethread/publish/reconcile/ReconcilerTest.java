package org.bluethread.publish.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.ThingIndexer;
import org.bluethread.support.TestGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which things a cell may mean, and when one of them is what it means. */
final class ReconcilerTest {
  private static final String EX = "http://example.org/";
  private static final Node COUNTRY = NodeFactory.createURI(EX + "country");
  private static final Node DEPTH = NodeFactory.createURI(EX + "depth");

  @TempDir private Path folder;
  private TestGraph graph;
  private ThingIndex index;

  @BeforeEach
  void start() {
    graph = TestGraph.in(folder);
    index = ThingIndex.inMemory();
    ThingIndexer.follow(graph.graph(), index);
    graph.update(
        """
        PREFIX ex: <http://example.org/>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        INSERT DATA {
          ex:Vessel rdfs:subClassOf ex:Craft .
          ex:one a ex:Vessel ; skos:prefLabel "Nautilus"@en , "鹦鹉螺号"@zh ;
            ex:country ex:france ; ex:depth 1600 .
          ex:two a ex:Craft ; skos:altLabel "Nautilus"@en ; ex:country ex:peru ; ex:depth 20.50 .
          ex:three a ex:Vessel ; skos:prefLabel "Nautilus of the north"@en .
          ex:four a ex:Vessel ; skos:prefLabel "Calypso"@en ; ex:country ex:france .
          ex:france a ex:Country ; skos:prefLabel "France"@en ; skos:notation "FR" .
          ex:peru a ex:Country ; skos:prefLabel "Peru"@en , "Perú"@es ; skos:notation "PE" .
        }
        """);
  }

  @AfterEach
  void stop() {
    index.close();
    graph.close();
  }

  @Test
  void oneThingWithTheWholeNameIsAMatch() {
    List<Candidate> found = ask("calypso", Set.of());
    assertThat(found).hasSize(1);
    assertThat(found.get(0).match()).isTrue();
    assertThat(found.get(0).score()).isEqualTo(95);
  }

  @Test
  void aNameThatTwoThingsHaveIsNoMatchHoweverTheyHaveIt() {
    List<Candidate> found = ask("Nautilus", Set.of());
    assertThat(iris(found)).containsExactly("one", "two", "three");
    assertThat(found).noneMatch(Candidate::match);
    assertThat(found.get(2).score()).isLessThan(90);
  }

  @Test
  void whatElseIsKnownDecidesBetweenNamesakes() {
    for (String country : List.of("peru", "Perú", "PE", EX + "peru")) {
      List<Candidate> found = ask("Nautilus", Set.of(), new Constraint(COUNTRY, List.of(country)));
      assertThat(iris(found)).as(country).startsWith("two");
      assertThat(found.get(0).match()).isTrue();
      assertThat(found.get(1).match()).isFalse();
      assertThat(found.get(1).score()).isEqualTo(95.0 / 2);
    }
  }

  @Test
  void whatContradictsTheTableIsNoMatchThoughItHasTheName() {
    List<Candidate> found = ask("Calypso", Set.of(), new Constraint(COUNTRY, List.of("Peru")));
    assertThat(iris(found)).containsExactly("four");
    assertThat(found.get(0).match()).isFalse();
  }

  @Test
  void numbersAreTheSameHoweverTheyAreWritten() {
    List<Candidate> found = ask("Nautilus", Set.of(), new Constraint(DEPTH, List.of("20.5")));
    assertThat(iris(found)).startsWith("two");
    assertThat(found.get(0).match()).isTrue();
  }

  @Test
  void aClassMeansThoseBelowItToo() {
    assertThat(iris(ask("Nautilus", Set.of(EX + "Craft")))).containsExactly("one", "two", "three");
    List<Candidate> vessels = ask("Nautilus", Set.of(EX + "Vessel"));
    assertThat(iris(vessels)).containsExactly("one", "three");
    assertThat(vessels.get(0).match()).isTrue();
  }

  @Test
  void withoutATextTheConstraintsPropose() {
    List<Candidate> found =
        ask("", Set.of(EX + "Craft"), new Constraint(COUNTRY, List.of("FR", "none")));
    assertThat(iris(found)).containsExactly("four", "one");
    assertThat(found).noneMatch(Candidate::match);
    assertThat(ask("", Set.of(), new Constraint(DEPTH, List.of("1600")))).hasSize(1);
  }

  @Test
  void noMoreThanTheLimitAreGiven() {
    MatchQuery query = new MatchQuery("Nautilus", Set.of(), false, List.of(), 1);
    assertThat(iris(ask(query))).containsExactly("one");
  }

  private List<Candidate> ask(String text, Set<String> types, Constraint... constraints) {
    return ask(new MatchQuery(text, types, false, List.of(constraints), 10));
  }

  private List<Candidate> ask(MatchQuery query) {
    Reconciler reconciler = new Reconciler(index);
    return graph.graph().read(snapshot -> reconciler.candidates(snapshot, query, "en"));
  }

  private static List<String> iris(List<Candidate> found) {
    return found.stream().map(one -> one.thing().getURI().substring(EX.length())).toList();
  }
}
