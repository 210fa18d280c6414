package org.bluethread.publish.informea;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.vocabulary.BT;

/**
 * What things are about, as terms of a vocabulary: targets and goals by their codes, such as
 * AICHI-TARGET-11, all else by its name in English.
 */
final class Keywords {
  private Keywords() {}

  /** What some things say they concern. */
  static Set<Node> concerns(Reading reading, List<Node> things) {
    Set<Node> found = new LinkedHashSet<>();
    things.forEach(thing -> found.addAll(reading.objects(thing, BT.concerns.asNode())));
    return found;
  }

  /**
   * The targets that some things support: themselves, or by what answers them, such as the
   * activities that a decision led to.
   */
  static Set<Node> targets(Reading reading, List<Node> things) {
    List<Node> supporting = new ArrayList<>(things);
    things.forEach(thing -> supporting.addAll(reading.objects(thing, BT.answeredBy.asNode())));
    Set<Node> found = new LinkedHashSet<>();
    for (Node one : supporting) {
      reading.subjects(BT.supportedBy.asNode(), one).stream()
          .filter(target -> isCoded(reading, target))
          .forEach(found::add);
    }
    return found;
  }

  /** A term for each thing that has a name, in the order of the terms. */
  static List<Map<String, String>> terms(Reading reading, Set<Node> things) {
    return things.stream()
        .filter(Node::isURI)
        .flatMap(thing -> term(reading, thing).map(term -> entry(term, thing)))
        .sorted(Comparator.comparing(one -> one.get("term")))
        .toList();
  }

  private static Map<String, String> entry(String term, Node thing) {
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("term", term);
    entry.put("namespace", namespace(thing));
    entry.put("termURI", thing.getURI());
    return entry;
  }

  private static Stream<String> term(Reading reading, Node thing) {
    Stream<String> code =
        isCoded(reading, thing)
            ? reading.text(thing, SKOS.notation.asNode()).stream()
            : Stream.empty();
    return Stream.concat(code, Texts.english(reading, thing)).limit(1);
  }

  private static boolean isCoded(Reading reading, Node thing) {
    return reading.isA(thing, BT.Target) || reading.isA(thing, BT.Goal);
  }

  /** Its IRI up to the last slash or number sign. */
  private static String namespace(Node thing) {
    String iri = thing.getURI();
    int end = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#'));
    return iri.substring(0, end + 1);
  }
}
