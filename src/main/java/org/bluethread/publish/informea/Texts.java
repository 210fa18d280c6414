package org.bluethread.publish.informea;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;

/** Texts of things by language, with two letters for each language. */
final class Texts {
  /** The language that every record has its title in. */
  static final String ENGLISH = "en";

  private static final Node LABEL = SKOS.prefLabel.asNode();

  private Texts() {}

  /** The names of a thing. */
  static Map<String, String> names(Reading reading, Node thing) {
    return joined(reading.literals(thing, LABEL).toList());
  }

  /** The English name of a thing; empty if it has none. */
  static Stream<String> english(Reading reading, Node thing) {
    return Stream.ofNullable(names(reading, thing).get(ENGLISH));
  }

  /** Texts, those of each language after one another. Those without a language are left out. */
  static Map<String, String> joined(List<Node> literals) {
    Map<String, List<String>> byLanguage = new TreeMap<>();
    for (Node literal : literals) {
      String language = literal.getLiteralLanguage();
      if (language.matches("[A-Za-z]{2}(-.*)?")) {
        byLanguage
            .computeIfAbsent(language.substring(0, 2), key -> new ArrayList<>())
            .add(literal.getLiteralLexicalForm());
      }
    }
    Map<String, String> texts = new TreeMap<>();
    byLanguage.forEach((language, some) -> texts.put(language, String.join(" ", some)));
    return texts;
  }
}
