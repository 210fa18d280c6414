package org.bluethread.facade.answers;

import static org.bluethread.facade.answers.Texts.known;
import static org.bluethread.facade.answers.Texts.set;
import static org.bluethread.facade.answers.Texts.tagged;

import com.fasterxml.jackson.annotation.JsonInclude;
import cz.cvut.kbss.jopa.model.MultilingualString;
import cz.cvut.kbss.jopa.model.annotations.Id;
import cz.cvut.kbss.jopa.model.annotations.OWLAnnotationProperty;
import cz.cvut.kbss.jopa.model.annotations.OWLClass;
import cz.cvut.kbss.jopa.model.annotations.OWLDataProperty;
import cz.cvut.kbss.jopa.model.annotations.OWLObjectProperty;
import java.util.Optional;
import java.util.Set;
import org.bluethread.trace.Thing;

/**
 * A thing by its names.
 *
 * @param iri its identifier
 * @param label its name
 * @param language the language of the name; empty if it has none
 * @param labels the name under its language
 * @param kind the name of its class; empty if it has none
 * @param type the IRI of its class
 * @param codes its codes
 */
@OWLClass(iri = Ns.RDFS + "Resource")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ThingAnswer(
    @Id String iri,
    String label,
    String language,
    @OWLAnnotationProperty(iri = Ns.RDFS + "label") MultilingualString labels,
    String kind,
    @OWLObjectProperty(iri = Ns.RDF + "type") Optional<String> type,
    @OWLDataProperty(iri = Ns.DCTERMS + "identifier") Set<String> codes) {
  static ThingAnswer of(Thing thing) {
    return new ThingAnswer(
        thing.iri(),
        thing.label(),
        thing.language(),
        tagged(thing.label(), thing.language()),
        thing.kind(),
        known(thing.type()),
        set(thing.codes()));
  }
}
