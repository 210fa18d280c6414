package org.bluethread.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bluethread.vocabulary.Addresses;
import org.bluethread.vocabulary.BT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding things by what the graph and its look-up index say of them. */
final class IndexedThingsTest {
  private static final TinyGraph GRAPH =
      new TinyGraph(
          """
          GRAPH <graph/ontology> {
            bt:Plan rdfs:subClassOf bt:Document .
            bt:Paragraph rdfs:subClassOf bt:CitableUnit .
            bt:Paragraph rdfs:subClassOf bt:Paragraph .
          }
          GRAPH <graph/a> {
            <id/organ/isa/council> a bt:Organ ; skos:prefLabel "Council"@en , "理事会"@zh .
            <id/organ/isa/legal-and-technical-commission> a bt:Organ ; skos:altLabel "LTC"@en .
            <id/organ/bbnj/council> a bt:Organ ; skos:prefLabel "Council"@en .
            <id/target/aichi/6> a bt:Target ; skos:notation "AICHI-TARGET-06" .
            <id/action/isa/4.3.1> a bt:HighLevelAction ; skos:notation "4.3.1" .
            <id/action/isa/4.3.10> a bt:HighLevelAction ; skos:notation "4.3.10" .
            <id/document/a-plan> a bt:Plan ; skos:prefLabel "A plan, as adopted"@en .
            <id/document/a-plan/para/4> a bt:Paragraph ;
              bt:inDocument <id/document/a-plan> ; bt:number "annex II, 1.2.1 (b)" .
          }
          """);

  @ParameterizedTest
  @CsvSource({
    "https://w3id.org/bluethread/id/action/isa/4.3.1",
    "http://w3id.org/bluethread/id/action/isa/4.3.1",
    "id/action/isa/4.3.1",
    "action/isa/4.3.1",
    "4.3.1",
    "isa:4.3.1",
    "ISA 4.3.1",
  })
  void findsAnActionHoweverItIsSpelt(String spelling) {
    assertThat(find(spelling, BT.HighLevelAction.getURI())).containsExactly("action/isa/4.3.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AICHI-TARGET-06", "aichi-target-6", "Aichi 6", "6", "target/aichi/6"})
  void findsATargetWithOrWithoutItsZeros(String spelling) {
    assertThat(find(spelling, BT.Target.getURI())).containsExactly("target/aichi/6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id/document/a-plan/para/4",
        "a-plan/para/4",
        "a-plan para 4",
        "a-plan annex II, 1.2.1 (b)",
        "A-PLAN ANNEX II 1.2.1 b",
        "A plan, as adopted, annex II, 1.2.1 (b)"
      })
  void findsAUnitByItsAddressOrByDocumentAndNumber(String spelling) {
    assertThat(find(spelling, BT.CitableUnit.getURI())).containsExactly("document/a-plan/para/4");
  }

  @Test
  void findsAThingByAnyOfItsNames() {
    assertThat(find("理事会", BT.Organ.getURI())).containsExactly("organ/isa/council");
    assertThat(find("ltc", BT.Organ.getURI()))
        .containsExactly("organ/isa/legal-and-technical-commission");
  }

  @Test
  void findsThingsOfClassesBelow() {
    assertThat(find("a-plan", BT.Document.getURI())).containsExactly("document/a-plan");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a-plan para 5", "a-plan annex II", "para 4", "annex II, 1.2.1 (b)"})
  void findsNoUnitForWhatIsNoneOrLeavesOutTheDocument(String spelling) {
    assertThat(find(spelling, BT.CitableUnit.getURI())).isEmpty();
  }

  @Test
  void findsAllThatASpellingMayMean() {
    assertThat(find("council", BT.Organ.getURI()))
        .containsExactly("organ/bbnj/council", "organ/isa/council");
  }

  @Test
  void findsNothingOfAnotherClass() {
    assertThat(find("4.3.1", BT.Organ.getURI())).isEmpty();
    assertThat(find("id/action/isa/4.3.1", BT.Organ.getURI())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "4.3", "4.31", "4.3.", "?", "<>", "_:b", "\u0000", "a b", "%2F"})
  void findsNothingForWhatIsNotThere(String spelling) {
    assertThat(find(spelling, BT.HighLevelAction.getURI())).isEmpty();
  }

  private static List<String> find(String spelling, String classIri) {
    return GRAPH.read(
        snapshot ->
            GRAPH.things(snapshot).find(spelling, classIri).stream()
                .map(iri -> iri.substring(Addresses.THINGS.length()))
                .toList());
  }
}
