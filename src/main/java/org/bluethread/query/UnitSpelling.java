package org.bluethread.query;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.bluethread.graph.Snapshot;
import org.bluethread.vocabulary.BT;

/**
 * How somebody writes a part of a document: the document, as the look-up index knows it, and then
 * the part's number or the end of its address, such as {@code isa-2019-high-level-action-plan annex
 * II, 1.2.1 (b)}. Upper and lower case, separators and leading zeros make no difference.
 *
 * @param text what was written
 */
record UnitSpelling(String text) {
  /** How many words the name of a document may have. */
  private static final int MOST_WORDS = 8;

  private static final int MOST_DOCUMENTS = 10;

  /** How many parts of one document are looked at. */
  private static final int MOST_UNITS = 10_000;

  private static final Pattern GAP = Pattern.compile("[\\s/,]+");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}.]+");
  private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![\\p{N}.])0+(?=\\p{N})");
  private static final Pattern HYPHENS_AROUND = Pattern.compile("^-|-$");

  /**
   * The IRIs of the units that may be meant, of whichever class; each may come several times.
   *
   * @param documents those that are called so
   */
  Stream<String> units(Snapshot snapshot, Function<String, List<String>> documents) {
    return GAP.matcher(text)
        .results()
        .limit(MOST_WORDS)
        .flatMap(
            gap ->
                documents.apply(before(gap)).stream()
                    .limit(MOST_DOCUMENTS)
                    .flatMap(document -> units(snapshot, document, key(after(gap)))))
        .map(Node::getURI);
  }

  private String before(MatchResult gap) {
    return text.substring(0, gap.start());
  }

  private String after(MatchResult gap) {
    return text.substring(gap.end());
  }

  private static Stream<Node> units(Snapshot snapshot, String document, String key) {
    Node whole = NodeFactory.createURI(document);
    Stream<Node> parts =
        Iter.asStream(snapshot.union().find(Node.ANY, BT.inDocument.asNode(), whole))
            .map(Triple::getSubject)
            .filter(Node::isURI)
            .limit(MOST_UNITS);
    return snapshot
        .eachAtHand(parts)
        .filter(part -> spellings(snapshot, document, part).anyMatch(key::equals));
  }

  private static Stream<String> spellings(Snapshot snapshot, String document, Node part) {
    Stream<String> numbers =
        Iter.asStream(snapshot.union().find(part, BT.number.asNode(), Node.ANY))
            .map(Triple::getObject)
            .filter(Node::isLiteral)
            .map(Node::getLiteralLexicalForm);
    Stream<String> address =
        Stream.of(part.getURI())
            .filter(iri -> iri.startsWith(document + "/"))
            .map(iri -> iri.substring(document.length() + 1));
    return Stream.concat(numbers, address).map(UnitSpelling::key).filter(key -> !key.isEmpty());
  }

  private static String key(String spelling) {
    String hyphened = SEPARATORS.matcher(spelling.toLowerCase(Locale.ROOT)).replaceAll("-");
    String trimmed = HYPHENS_AROUND.matcher(hyphened).replaceAll("");
    return LEADING_ZEROS.matcher(trimmed).replaceAll("");
  }
}
