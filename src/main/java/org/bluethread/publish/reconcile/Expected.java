package org.bluethread.publish.reconcile;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.vocabulary.OfficialLanguages;

/**
 * The values of one {@link Constraint}, made ready to be compared with what things have. A value is
 * met by a literal with the same text but for the accidents of spelling, by the same number, and by
 * a thing that is the value, or is called so: in a code's usual spellings or by a name in any
 * language.
 *
 * <p>For one query, in one read transaction.
 */
final class Expected {
  /** Tags of literals among which values are looked for when nothing else is known. */
  private static final List<String> LANGUAGES =
      Stream.concat(Stream.of(""), OfficialLanguages.ALL.stream()).toList();

  /** More values of one property than these are not looked at. */
  private static final int MOST_VALUES = 1_000;

  private final Constraint constraint;
  private final Set<String> plain = new HashSet<>();
  private final Set<Node> things = new LinkedHashSet<>();

  Expected(Constraint constraint, ThingIndex index) {
    this.constraint = constraint;
    for (String value : constraint.values()) {
      plain.add(NameSimilarity.plain(value));
      index.resolve(value, Set.of()).forEach(iri -> things.add(NodeFactory.createURI(iri)));
    }
  }

  /** Whether a thing has one of the values. */
  boolean isMetBy(Graph union, Node thing) {
    try (Stream<Triple> had = had(union, thing)) {
      return had.limit(MOST_VALUES).map(Triple::getObject).anyMatch(value -> isMeant(union, value));
    }
  }

  private Stream<Triple> had(Graph union, Node thing) {
    return Iter.asStream(union.find(thing, constraint.property(), Node.ANY));
  }

  private boolean isMeant(Graph union, Node value) {
    if (value.isLiteral()) {
      return isMeant(value.getLiteralLexicalForm());
    }
    return value.isURI()
        && (things.contains(value)
            || constraint.values().contains(value.getURI())
            || Names.andCodesOf(union, value).map(NameSimilarity::plain).anyMatch(plain::contains));
  }

  private boolean isMeant(String text) {
    return plain.contains(NameSimilarity.plain(text))
        || number(text).stream()
            .anyMatch(
                had ->
                    constraint.values().stream()
                        .flatMap(value -> number(value).stream())
                        .anyMatch(wanted -> wanted.compareTo(had) == 0));
  }

  /** A number of usual length; a longer one is compared as text. */
  private static Optional<BigDecimal> number(String text) {
    return text.matches("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  /** Things that have one of the values exactly as given. */
  Stream<Node> subjects(Graph union) {
    Stream<Node> literals =
        constraint.values().stream()
            .flatMap(
                value ->
                    Stream.concat(
                        LANGUAGES.stream().map(tag -> NodeFactory.createLiteralLang(value, tag)),
                        number(value).stream()
                            .flatMap(
                                any ->
                                    Stream.of(XSDDatatype.XSDinteger, XSDDatatype.XSDdecimal)
                                        .map(type -> NodeFactory.createLiteralDT(value, type)))));
    return Stream.concat(things.stream(), literals)
        .flatMap(value -> Iter.asStream(union.find(Node.ANY, constraint.property(), value)))
        .map(Triple::getSubject)
        .filter(Node::isURI);
  }
}
