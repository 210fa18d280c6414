package org.bluethread.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDFS;
import org.bluethread.vocabulary.BT;
import org.junit.jupiter.api.Test;

/** Each link can be said as a sentence in each language of the United Nations. */
final class SentencesTest {
  private static final List<String> LANGUAGES = List.of("en", "zh", "fr", "es", "ru", "ar");
  private static final Node SENTENCE = BT.sentence.asNode();
  private static final Graph ONTOLOGY = RDFDataMgr.loadGraph("ontology/bluethread.ttl");

  @Test
  void eachLinkHasOneSentenceInEachLanguage() {
    assertThat(links()).hasSizeGreaterThan(70);
    for (Node link : links()) {
      assertThat(sentences(link).map(Node::getLiteralLanguage))
          .as(link.getLocalName())
          .containsExactlyInAnyOrderElementsOf(LANGUAGES);
    }
  }

  @Test
  void eachSentenceNamesBothEndsOnceAndNothingElseInBraces() {
    for (Node link : links()) {
      assertThat(sentences(link).map(Node::getLiteralLexicalForm))
          .as(link.getLocalName())
          .allSatisfy(
              sentence ->
                  assertThat(sentence.replaceAll("[^{}]*(\\{[^{}]*})?", "$1"))
                      .isIn("{subject}{object}", "{object}{subject}"));
    }
  }

  /** A sentence is a step among others: what ends it is a matter of who shows it. */
  @Test
  void noSentenceEndsWithAStopOrASpace() {
    for (Node link : links()) {
      assertThat(sentences(link).map(Node::getLiteralLexicalForm))
          .as(link.getLocalName())
          .allSatisfy(sentence -> assertThat(sentence).doesNotContainPattern("^\\s|[\\s.。]$"));
    }
  }

  /** Two links that read alike could not be told apart in a trace. */
  @Test
  void noTwoLinksReadAlike() {
    assertThat(
            ONTOLOGY.stream(Node.ANY, SENTENCE, Node.ANY)
                .map(triple -> triple.getObject().toString()))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @Test
  void nothingButALinkHasASentence() {
    assertThat(
            ONTOLOGY.stream(Node.ANY, SENTENCE, Node.ANY)
                .map(Triple::getSubject)
                .filter(subject -> !links().contains(subject)))
        .isEmpty();
  }

  /** Links as such and every kind of link below, however many steps. */
  private static Set<Node> links() {
    List<Node> links = new ArrayList<>(List.of(BT.link.asNode()));
    for (int i = 0; i < links.size(); i++) {
      ONTOLOGY.stream(Node.ANY, RDFS.Nodes.subPropertyOf, links.get(i))
          .map(Triple::getSubject)
          .filter(below -> !links.contains(below))
          .forEach(links::add);
    }
    return Set.copyOf(links);
  }

  private static Stream<Node> sentences(Node link) {
    return ONTOLOGY.stream(link, SENTENCE, Node.ANY).map(Triple::getObject);
  }
}
