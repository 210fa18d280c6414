package org.bluethread.facade.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.facade.words.Words;
import org.bluethread.vocabulary.BT;

/**
 * Puts links into words, by the sentences that the ontology has for its properties. Not safe for
 * threads; good for one page.
 */
final class Sentences {
  private static final Pattern END = Pattern.compile("\\{(subject|object)\\}");

  /** What stands for a name while its quotation marks are looked up; no text has it. */
  private static final String NAME = "\u0000";

  private final Terms terms;
  private final String[] marks;

  Sentences(Terms terms, Words words) {
    this.terms = terms;
    this.marks = words.text("coverage.quoted", NAME).split(NAME, -1);
  }

  /** A link in words; by the name of its property where that has no sentence. */
  Sentence of(Triple link) {
    Term property = terms.of(link.getPredicate());
    Term pattern =
        terms
            .value(link.getPredicate(), BT.sentence.asNode())
            .filter(Node::isLiteral)
            .map(terms::of)
            .orElse(
                new Term(
                    "{subject} – " + property.text() + " – {object}",
                    property.language(),
                    Optional.empty()));
    List<Term> parts = new ArrayList<>();
    int from = 0;
    Matcher end = END.matcher(pattern.text());
    while (end.find()) {
      Node thing = end.group(1).equals("subject") ? link.getSubject() : link.getObject();
      add(parts, pattern.text().substring(from, end.start()) + marks[0], pattern.language());
      parts.add(name(thing));
      add(parts, marks[1], pattern.language());
      from = end.end();
    }
    add(parts, pattern.text().substring(from), pattern.language());
    return new Sentence(pattern.language(), parts);
  }

  private static void add(List<Term> parts, String text, String language) {
    if (!text.isEmpty()) {
      parts.add(new Term(text, language, Optional.empty()));
    }
  }

  /** A finding is called by its verdict: its target is named in the same sentence. */
  private Term name(Node thing) {
    Term own = terms.of(thing);
    return thing.isURI()
        ? terms
            .value(thing, BT.assessment.asNode())
            .map(terms::of)
            .map(verdict -> new Term(verdict.text(), verdict.language(), own.iri()))
            .orElse(own)
        : own;
  }
}
