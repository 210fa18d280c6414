package org.bluethread.facade.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.facade.words.Words;
import org.bluethread.graph.Labels;
import org.bluethread.publish.Prefixes;
import org.bluethread.vocabulary.Addresses;
import org.bluethread.vocabulary.BT;

/**
 * Nodes as readers see them, in one language and in one read transaction. A thing without a name is
 * called after what is known of it: a citable unit after its number and document, an observation
 * after what it is about.
 *
 * <p>Not safe for threads; good for one page.
 */
public final class Terms {
  private static final List<Node> DEFINITIONS =
      List.of(SKOS.definition.asNode(), DCTerms.description.asNode(), RDFS.Nodes.comment);

  private final Graph union;
  private final String language;
  private final Words words;
  private final PrefixMap prefixes = Prefixes.all();
  private final Map<Node, Term> known = new HashMap<>();

  /**
   * @param union the union of all graphs, in a transaction
   * @param language one of the six languages of the United Nations
   */
  public Terms(Graph union, String language) {
    this.union = union;
    this.language = language;
    this.words = new Words(language);
  }

  /** A node for reading. */
  public Term of(Node node) {
    if (node.isLiteral()) {
      return new Term(node.getLiteralLexicalForm(), node.getLiteralLanguage(), Optional.empty());
    }
    if (!node.isURI()) {
      return new Term(node.toString(), "", Optional.empty());
    }
    Term found = known.get(node);
    if (found == null) {
      found = name(node);
      known.put(node, found);
    }
    return found;
  }

  /** Whether the thing has a name of its own. */
  boolean isNamed(Node thing) {
    return label(thing).isPresent();
  }

  /** Words of the interface as a term that leads nowhere; empty if there are none. */
  Optional<Term> word(String key) {
    return words.optional(key).map(text -> new Term(text, language, Optional.empty()));
  }

  /** The codes of a thing, in their order; none for most. */
  List<String> codes(Node thing) {
    return values(thing, SKOS.notation.asNode()).stream()
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .sorted(NaturalOrder.TEXT)
        .toList();
  }

  /** What a thing is, in its own words; empty if nothing says so. */
  Optional<Term> definition(Node thing) {
    return DEFINITIONS.stream()
        .flatMap(property -> value(thing, property).stream())
        .filter(Node::isLiteral)
        .map(this::of)
        .findFirst();
  }

  /** A line to tell a thing from namesakes: its codes, and what it is; empty for neither. */
  public String description(Node thing) {
    return Stream.concat(codes(thing).stream(), definition(thing).map(Term::text).stream())
        .collect(Collectors.joining(" · "));
  }

  /** A thing with the first of its codes, unless its name begins with it. */
  Item item(Node thing) {
    Term name = of(thing);
    String code = thing.isURI() ? codes(thing).stream().findFirst().orElse("") : "";
    return new Item(name.text().startsWith(code) ? "" : code, name);
  }

  /** A citable unit called by its number alone. */
  Term number(Node unit) {
    return printedNumber(unit)
        .map(number -> new Term(number, "", Optional.of(unit.getURI())))
        .orElseGet(() -> of(unit));
  }

  /** The number of a citable unit as printed; a paragraph's says that it is one. */
  private Optional<String> printedNumber(Node unit) {
    return value(unit, BT.number.asNode())
        .filter(number -> number.isLiteral() && unit.isURI())
        .map(Node::getLiteralLexicalForm)
        .map(
            number ->
                union.contains(unit, RDF.Nodes.type, BT.Paragraph.asNode())
                    ? words.text("unit.paragraph", number)
                    : number);
  }

  /** The one value of a property that is wanted most: the reader's language, English, any. */
  Optional<Node> value(Node thing, Node property) {
    List<Node> values = values(thing, property);
    return values.stream()
        .filter(value -> value.isLiteral() && value.getLiteralLanguage().equals(language))
        .findFirst()
        .or(
            () ->
                values.stream()
                    .filter(value -> value.isLiteral() && value.getLiteralLanguage().equals("en"))
                    .findFirst())
        .or(() -> values.stream().findFirst());
  }

  List<Node> values(Node thing, Node property) {
    return G.listSP(union, thing, property);
  }

  private Term name(Node thing) {
    return label(thing)
        .or(() -> unit(thing))
        .or(() -> observation(thing))
        .orElseGet(() -> plain(thing));
  }

  /** A thing called by its label or its IRI. Looks no further, so things may point in circles. */
  private Term plain(Node thing) {
    return label(thing)
        .orElseGet(() -> new Term(shortened(thing.getURI()), "", Optional.of(thing.getURI())));
  }

  /** What a thing is called itself, in the reader's language if there are such words. */
  Optional<Term> label(Node thing) {
    Optional<Term> common =
        words
            .optional("term." + shortened(thing.getURI()).replace(':', '.'))
            .map(text -> new Term(text, language, Optional.of(thing.getURI())));
    return common.or(
        () ->
            Labels.of(union, thing, language)
                .map(
                    label ->
                        new Term(
                            label.getLiteralLexicalForm(),
                            label.getLiteralLanguage(),
                            Optional.of(thing.getURI()))));
  }

  private Optional<Term> unit(Node thing) {
    return printedNumber(thing)
        .map(
            number -> {
              Optional<Term> document =
                  value(thing, BT.inDocument.asNode()).filter(Node::isURI).map(this::plain);
              return new Term(
                  document.map(in -> number + " · " + in.text()).orElse(number),
                  document.map(Term::language).orElse(""),
                  Optional.of(thing.getURI()));
            });
  }

  private Optional<Term> observation(Node thing) {
    Optional<Node> about = value(thing, BT.about.asNode()).filter(Node::isURI);
    return about
        .flatMap(this::label)
        .map(
            subject -> {
              String kind =
                  value(thing, RDF.Nodes.type)
                      .filter(Node::isURI)
                      .map(type -> capitalised(plain(type).text()) + " · ")
                      .orElse("");
              String code =
                  about.map(this::codes).orElse(List.of()).stream().findFirst().orElse("");
              return new Term(
                  kind + (code.isEmpty() ? "" : code + " ") + subject.text(),
                  subject.language(),
                  Optional.of(thing.getURI()));
            });
  }

  private static String capitalised(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + text.substring(Character.charCount(first));
  }

  /** An IRI as Turtle would write it, or without our own base, or as it is. */
  private String shortened(String iri) {
    if (iri.startsWith(Addresses.THINGS)) {
      return iri.substring(Addresses.THINGS.length());
    }
    String prefixed = prefixes.abbreviate(iri);
    return prefixed == null ? iri : prefixed;
  }
}
