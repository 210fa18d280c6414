package org.bluethread.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gate and the named queries tell is there in the six languages, and the same in all. */
final class ToldSentencesTest {
  private static final List<String> LANGUAGES = List.of("ar", "en", "es", "fr", "ru", "zh");

  /** Names of things in RDF, which no language changes: prefixed names, IRIs, tags, numbers. */
  private static final Pattern CODE =
      Pattern.compile(
          "\\b[a-z]+:[A-Za-z]\\w+|https?://[!-~&&[^,;)]]*[!-~&&[^,;).]]|@[a-z]{2}\\b|\\d+");

  static Stream<Path> shapes() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("shapes"))) {
      return files.filter(file -> file.toString().endsWith(".ttl")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void eachMessageAndNameOfAShapeIsThereOnceInEachLanguage(Path file) {
    Graph shapes = RDFDataMgr.loadGraph(file.toString());

    for (Node property : List.of(SHACL.message, RDFS.Nodes.label)) {
      List<Node> shapesWithWords =
          shapes.stream(null, property, null)
              .map(triple -> triple.getSubject())
              .distinct()
              .toList();
      assertThat(shapesWithWords)
          .isNotEmpty()
          .allSatisfy(
              shape ->
                  assertThat(words(shapes, shape, property))
                      .extracting(Node::getLiteralLanguage)
                      .containsExactlyInAnyOrderElementsOf(LANGUAGES));
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void eachMessageNamesTheSameTermsInEachLanguage(Path file) {
    Graph shapes = RDFDataMgr.loadGraph(file.toString());

    shapes.stream(null, SHACL.message, null)
        .map(triple -> triple.getSubject())
        .distinct()
        .forEach(
            shape -> {
              List<Node> words = words(shapes, shape, SHACL.message);
              String english = text(words, "en");
              assertThat(words)
                  .allSatisfy(
                      word ->
                          assertThat(codes(word.getLiteralLexicalForm()))
                              .as(word.getLiteralLexicalForm())
                              .containsAll(codes(english)));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"org.bluethread.gate.messages", "org.bluethread.query.messages"})
  void eachSentenceIsThereInEachLanguageWithTheSameArguments(String name) {
    ResourceBundle english = bundle(name, "en");

    assertThat(LANGUAGES)
        .allSatisfy(
            language -> {
              ResourceBundle bundle = bundle(name, language);
              assertThat(bundle.keySet()).isEqualTo(english.keySet());
              assertThat(english.keySet())
                  .allSatisfy(
                      key ->
                          assertThat(arguments(bundle.getString(key)))
                              .as("%s in %s", key, language)
                              .isEqualTo(arguments(english.getString(key))));
              assertThat(english.keySet()).noneMatch(key -> bundle.getString(key).contains("'"));
            });
  }

  private static List<Node> words(Graph shapes, Node shape, Node property) {
    return shapes.stream(shape, property, null).map(triple -> triple.getObject()).toList();
  }

  private static String text(List<Node> words, String language) {
    return words.stream()
        .filter(word -> word.getLiteralLanguage().equals(language))
        .map(Node::getLiteralLexicalForm)
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> codes(String text) {
    return CODE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static List<String> arguments(String pattern) {
    return Pattern.compile("\\{[0-9]\\}")
        .matcher(pattern)
        .results()
        .map(MatchResult::group)
        .sorted()
        .toList();
  }

  private static ResourceBundle bundle(String name, String language) {
    return ResourceBundle.getBundle(
        name,
        Locale.of(language),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
