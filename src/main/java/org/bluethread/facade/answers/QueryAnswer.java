package org.bluethread.facade.answers;

import static org.bluethread.facade.answers.Texts.tagged;

import cz.cvut.kbss.jopa.model.MultilingualString;
import cz.cvut.kbss.jopa.model.annotations.Id;
import cz.cvut.kbss.jopa.model.annotations.OWLAnnotationProperty;
import cz.cvut.kbss.jopa.model.annotations.OWLClass;
import cz.cvut.kbss.jopa.model.annotations.OWLDataProperty;
import org.bluethread.query.NamedQuery;
import org.bluethread.query.Wording;
import org.bluethread.vocabulary.Addresses;

/**
 * A query on the shelf.
 *
 * @param iri its identifier: its address, below the canonical base
 * @param name its name in addresses
 * @param title its title
 * @param titles the title under its language
 * @param description what it answers
 * @param descriptions the description under its language
 */
@OWLClass(iri = Ns.SH + "SPARQLExecutable")
public record QueryAnswer(
    @Id String iri,
    @OWLDataProperty(iri = Ns.DCTERMS + "identifier") String name,
    String title,
    @OWLAnnotationProperty(iri = Ns.DCTERMS + "title") MultilingualString titles,
    String description,
    @OWLAnnotationProperty(iri = Ns.DCTERMS + "description") MultilingualString descriptions) {
  /**
   * The answer that gives a query.
   *
   * @param language the language of its words, if it has them in that
   */
  public static QueryAnswer of(NamedQuery query, String language) {
    return new QueryAnswer(
        Addresses.BASE + "queries/" + query.name(),
        query.name(),
        query.title().in(language),
        inItsLanguage(query.title(), language),
        query.description().in(language),
        inItsLanguage(query.description(), language));
  }

  private static MultilingualString inItsLanguage(Wording wording, String language) {
    return tagged(wording.in(language), wording.languageFor(language));
  }
}
