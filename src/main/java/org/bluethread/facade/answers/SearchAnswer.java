package org.bluethread.facade.answers;

import static org.bluethread.facade.answers.Texts.set;
import static org.bluethread.facade.answers.Texts.tagged;

import com.fasterxml.jackson.annotation.JsonInclude;
import cz.cvut.kbss.jopa.model.MultilingualString;
import cz.cvut.kbss.jopa.model.annotations.Id;
import cz.cvut.kbss.jopa.model.annotations.OWLAnnotationProperty;
import cz.cvut.kbss.jopa.model.annotations.OWLClass;
import cz.cvut.kbss.jopa.model.annotations.OWLDataProperty;
import cz.cvut.kbss.jopa.model.annotations.OWLObjectProperty;
import cz.cvut.kbss.jopa.model.annotations.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bluethread.lookup.Hits;

/**
 * What a search found.
 *
 * @param text what was searched for
 * @param total how many things match
 * @param commit the commit the index stands at; 0, which is left out, if none
 * @param refreshed when a store elsewhere was last read
 * @param hits the best of them, best first
 */
@OWLClass(iri = Ns.SCHEMA + "ItemList")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SearchAnswer(
    @OWLDataProperty(iri = Ns.SCHEMA + "query") String text,
    @OWLDataProperty(iri = Ns.SCHEMA + "numberOfItems") long total,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) @OWLDataProperty(iri = Ns.SCHEMA + "version")
        long commit,
    Optional<String> refreshed,
    @OWLObjectProperty(iri = Ns.SCHEMA + "itemListElement") List<Hit> hits) {
  /**
   * The answer that gives what was found.
   *
   * @param text what was searched for
   * @param asOf the state the index stands at
   */
  public static SearchAnswer of(String text, Hits hits, AsOf asOf) {
    return new SearchAnswer(
        text,
        hits.total(),
        asOf.commit().orElse(0L),
        asOf.refreshed().map(Instant::toString),
        hits.hits().stream().map(Hit::of).toList());
  }

  /**
   * A thing that matches.
   *
   * @param iri its identifier
   * @param label its name
   * @param language the language of the name
   * @param labels the name under its language
   * @param types its classes
   * @param codes its codes
   */
  @OWLClass(iri = Ns.RDFS + "Resource")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Hit(
      @Id String iri,
      String label,
      String language,
      @OWLAnnotationProperty(iri = Ns.RDFS + "label") MultilingualString labels,
      @Types Set<String> types,
      @OWLDataProperty(iri = Ns.DCTERMS + "identifier") Set<String> codes) {
    private static Hit of(org.bluethread.lookup.Hit hit) {
      return new Hit(
          hit.iri(),
          hit.label(),
          hit.labelLanguage(),
          tagged(hit.label(), hit.labelLanguage()),
          set(hit.types()),
          set(hit.codes()));
    }
  }
}
