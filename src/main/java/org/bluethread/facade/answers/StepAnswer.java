package org.bluethread.facade.answers;

import static org.bluethread.facade.answers.Texts.known;
import static org.bluethread.facade.answers.Texts.set;
import static org.bluethread.facade.answers.Texts.tagged;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import cz.cvut.kbss.jopa.model.MultilingualString;
import cz.cvut.kbss.jopa.model.annotations.Id;
import cz.cvut.kbss.jopa.model.annotations.Individual;
import cz.cvut.kbss.jopa.model.annotations.OWLAnnotationProperty;
import cz.cvut.kbss.jopa.model.annotations.OWLClass;
import cz.cvut.kbss.jopa.model.annotations.OWLDataProperty;
import cz.cvut.kbss.jopa.model.annotations.OWLObjectProperty;
import java.util.Optional;
import java.util.Set;
import org.bluethread.trace.Step;
import org.bluethread.vocabulary.BT;

/**
 * One step of a path: what joins two things.
 *
 * @param from where it begins
 * @param to where it ends
 * @param statements what is stated, the strongest first; none if only a mapping joins them
 * @param mappings what is mapped and no document says; none if there are statements
 */
@OWLClass(iri = Ns.SCHEMA + "ListItem")
public record StepAnswer(
    @OWLObjectProperty(iri = Ns.AS + "origin") ThingAnswer from,
    @OWLObjectProperty(iri = Ns.AS + "target") ThingAnswer to,
    @OWLObjectProperty(iri = Ns.SCHEMA + "item") Set<Statement> statements,
    @OWLObjectProperty(iri = Ns.SCHEMA + "item") Set<Mapping> mappings) {
  /** What was made of steps, as long as somebody else keeps them: many traces share them. */
  private static final Cache<Step, StepAnswer> MADE = Caffeine.newBuilder().weakKeys().build();

  static StepAnswer of(Step step) {
    return MADE.get(step, StepAnswer::make);
  }

  private static StepAnswer make(Step step) {
    String from = step.from().iri();
    String to = step.to().iri();
    return new StepAnswer(
        ThingAnswer.of(step.from()),
        ThingAnswer.of(step.to()),
        set(step.statements().stream().map(one -> Statement.of(one, from, to)).toList()),
        set(step.mappings().stream().map(one -> Mapping.of(one, from, to)).toList()));
  }

  /**
   * A link that graphs state.
   *
   * @param subject the IRI of what it is stated of
   * @param property the IRI of its property
   * @param object the IRI of what it is linked to
   * @param propertyLabel what the property is called
   * @param forward whether the link runs as the step does, from mandate towards evidence
   * @param sentence the link in words
   * @param language the language of the sentence; empty if it has none
   * @param sentences the sentence under its language
   * @param sources where it is stated
   * @param statuses what those places say of the state of either end
   */
  @OWLClass(iri = Ns.RDF + "Statement")
  public record Statement(
      @OWLObjectProperty(iri = Ns.RDF + "subject") String subject,
      @OWLObjectProperty(iri = Ns.RDF + "predicate") String property,
      @OWLObjectProperty(iri = Ns.RDF + "object") String object,
      String propertyLabel,
      boolean forward,
      String sentence,
      String language,
      @OWLAnnotationProperty(iri = Ns.SCHEMA + "description") MultilingualString sentences,
      @OWLObjectProperty(iri = Ns.SCHEMA + "isPartOf") Set<Source> sources,
      @OWLObjectProperty(iri = Ns.DCTERMS + "relation") Set<Status> statuses) {
    private static Statement of(Step.Statement statement, String from, String to) {
      return new Statement(
          statement.forward() ? from : to,
          statement.property(),
          statement.forward() ? to : from,
          statement.propertyLabel(),
          statement.forward(),
          statement.sentence(),
          statement.language(),
          tagged(statement.sentence(), statement.language()),
          set(statement.sources().stream().map(Source::of).toList()),
          set(statement.statuses().stream().map(Status::of).toList()));
    }
  }

  /** What kind of graph a statement stands in: the names of the trace, with the classes meant. */
  public enum Kind {
    /** What a unit of a document says. */
    @Individual(iri = BT.NS + "EvidenceGraph")
    EVIDENCE,
    /** What follows from several units. */
    @Individual(iri = BT.NS + "DerivationGraph")
    DERIVATION,
    /** What a misprint should have said. */
    @Individual(iri = BT.NS + "CorrectionGraph")
    CORRECTION,
    /** What a register records. */
    @Individual(iri = BT.NS + "RegisterGraph")
    REGISTER,
    /** What others put in, or nobody answers for. */
    @Individual(iri = Ns.RDFS + "Resource")
    OTHER
  }

  /**
   * A graph that states a link.
   *
   * @param kind what kind of graph it is
   * @param graph its IRI
   * @param label what the graph is called; empty if it has no name
   * @param units the units of documents it rests on
   * @param reason why a derivation or correction says it; empty for others
   */
  @OWLClass(iri = Ns.RDFS + "Resource")
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Source(
      @OWLObjectProperty(iri = Ns.RDF + "type") Kind kind,
      @Id String graph,
      String label,
      @OWLObjectProperty(iri = Ns.PROV + "wasDerivedFrom") Set<Unit> units,
      @OWLAnnotationProperty(iri = Ns.RDFS + "comment") Optional<String> reason) {
    private static Source of(Step.Source source) {
      return new Source(
          Kind.valueOf(source.kind().name()),
          source.graph(),
          source.label(),
          set(source.units().stream().map(Unit::of).toList()),
          source.reason());
    }
  }

  /**
   * A unit of a document.
   *
   * @param iri its identifier
   * @param number its number as printed
   * @param paragraph whether it is a paragraph
   * @param document the IRI of the document
   * @param documentLabel what the document is called
   * @param documentCode its symbol
   * @param date when the document is from, as precisely as it is known
   */
  @OWLClass(iri = Ns.RDFS + "Resource")
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Unit(
      @Id String iri,
      @OWLDataProperty(iri = BT.NS + "number") Optional<String> number,
      boolean paragraph,
      @OWLObjectProperty(iri = BT.NS + "inDocument") Optional<String> document,
      @OWLAnnotationProperty(iri = Ns.DC + "source") Optional<String> documentLabel,
      @OWLAnnotationProperty(iri = Ns.DCTERMS + "bibliographicCitation")
          Optional<String> documentCode,
      @OWLDataProperty(iri = Ns.DCTERMS + "date") Optional<String> date) {
    private static Unit of(Step.Unit unit) {
      return new Unit(
          unit.iri(),
          known(unit.number()),
          unit.paragraph(),
          known(unit.document()),
          known(unit.documentLabel()),
          known(unit.documentCode()),
          known(unit.date()));
    }
  }

  /**
   * The state of a thing, as a graph that states the link reports it.
   *
   * @param status the IRI of the status
   * @param label what it is called
   * @param about the IRI of the thing
   * @param asOf the date it is of
   */
  @OWLClass(iri = Ns.RDFS + "Resource")
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Status(
      @OWLObjectProperty(iri = BT.NS + "status") String status,
      String label,
      @OWLObjectProperty(iri = BT.NS + "about") String about,
      @OWLDataProperty(iri = Ns.DCTERMS + "date") Optional<String> asOf) {
    private static Status of(Step.Status status) {
      return new Status(status.status(), status.label(), status.about(), known(status.asOf()));
    }
  }

  /**
   * A mapping between frameworks: no document states it.
   *
   * @param iri its identifier
   * @param subject the IRI of what is mapped
   * @param predicate the IRI of the relation
   * @param object the IRI of what it is mapped to
   * @param forward whether it runs as the step does
   * @param author whose it is
   * @param justification the IRI of the kind of reason
   * @param confidence how sure its author is; empty if the author does not say
   * @param reason why, in words; empty if the author does not say
   */
  @OWLClass(iri = Ns.SSSOM + "Mapping")
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Mapping(
      @Id String iri,
      @OWLObjectProperty(iri = Ns.SSSOM + "subject_id") String subject,
      @OWLObjectProperty(iri = Ns.SSSOM + "predicate_id") Optional<String> predicate,
      @OWLObjectProperty(iri = Ns.SSSOM + "object_id") String object,
      boolean forward,
      @OWLDataProperty(iri = Ns.SSSOM + "author_label") Optional<String> author,
      @OWLObjectProperty(iri = Ns.SSSOM + "mapping_justification") Optional<String> justification,
      Optional<String> confidence,
      @OWLAnnotationProperty(iri = Ns.RDFS + "comment") Optional<String> reason) {
    private static Mapping of(Step.Mapping mapping, String from, String to) {
      return new Mapping(
          mapping.iri(),
          mapping.forward() ? from : to,
          known(mapping.predicate()),
          mapping.forward() ? to : from,
          mapping.forward(),
          known(mapping.author()),
          known(mapping.justification()),
          mapping.confidence(),
          mapping.reason());
    }
  }
}
