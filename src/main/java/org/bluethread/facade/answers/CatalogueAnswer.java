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
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bluethread.publish.catalogue.Catalogue;
import org.bluethread.publish.catalogue.Distribution;
import org.bluethread.publish.catalogue.Entry;
import org.bluethread.publish.catalogue.ReleaseEntry;
import org.bluethread.publish.catalogue.Service;

/**
 * The catalogue. Its RDF syntaxes say more: what follows for each entry, and types of dates.
 *
 * @param iri what it is called
 * @param titles its titles by language
 * @param descriptions what it is, by language
 * @param modified when the graph last changed
 * @param catalogued the whole graph
 * @param services how it is served
 * @param releases its releases, newest first
 * @param datasets datasets that the graph holds
 * @param documents the documents that the graph was drawn from
 * @see <a href="https://www.w3.org/TR/vocab-dcat-3/">DCAT 3</a>
 */
@OWLClass(iri = Ns.DCAT + "Catalog")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CatalogueAnswer(
    @Id String iri,
    @OWLAnnotationProperty(iri = Ns.DCTERMS + "title") MultilingualString titles,
    @OWLAnnotationProperty(iri = Ns.DCTERMS + "description") MultilingualString descriptions,
    Optional<String> modified,
    @OWLObjectProperty(iri = Ns.DCAT + "dataset") WholeGraph catalogued,
    @OWLObjectProperty(iri = Ns.DCAT + "service") Set<Served> services,
    @OWLObjectProperty(iri = Ns.DCAT + "dataset") Set<Shipped> releases,
    @OWLObjectProperty(iri = Ns.DCAT + "dataset") Set<Held> datasets,
    @OWLObjectProperty(iri = Ns.DCAT + "resource") Set<Document> documents) {
  /** The answer that gives a catalogue. */
  public static CatalogueAnswer of(Catalogue catalogue) {
    return new CatalogueAnswer(
        Catalogue.IRI,
        tagged(catalogue.titles()),
        tagged(catalogue.descriptions()),
        catalogue.modified(),
        WholeGraph.of(catalogue),
        each(catalogue.services(), Served::of),
        each(catalogue.releases(), Shipped::of),
        each(catalogue.datasets(), Held::of),
        each(catalogue.documents(), Document::of));
  }

  private static <A, B> Set<B> each(Collection<A> values, Function<A, B> change) {
    return set(values.stream().map(change).toList());
  }

  /**
   * The whole graph.
   *
   * @param iri what it is called
   * @param titles its titles by language
   * @param triples how many triples it holds
   * @param distributions the forms it can be had in
   */
  @OWLClass(iri = Ns.DCAT + "Dataset")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record WholeGraph(
      @Id String iri,
      @OWLAnnotationProperty(iri = Ns.DCTERMS + "title") MultilingualString titles,
      long triples,
      @OWLObjectProperty(iri = Ns.DCAT + "distribution") Set<Form> distributions) {
    private static WholeGraph of(Catalogue catalogue) {
      return new WholeGraph(
          catalogue.graph().iri(),
          tagged(catalogue.graph().titles()),
          catalogue.triples(),
          each(catalogue.distributions(), Form::of));
    }
  }

  /**
   * A service that serves the graph.
   *
   * @param iri where it is, which is also what it is called
   * @param titles what it is, by language
   * @param conformsTo the specification it follows
   */
  @OWLClass(iri = Ns.DCAT + "DataService")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Served(
      @Id String iri,
      @OWLAnnotationProperty(iri = Ns.DCTERMS + "title") MultilingualString titles,
      @OWLObjectProperty(iri = Ns.DCTERMS + "conformsTo") String conformsTo) {
    private static Served of(Service service) {
      return new Served(service.endpointUrl(), tagged(service.titles()), service.conformsTo());
    }
  }

  /**
   * A release of the graph.
   *
   * @param iri what it is called
   * @param release the version of the program that shipped it
   * @param fingerprint the beginning of the fingerprint of its files
   * @param issued when this server loaded it, if the commit log still tells
   * @param distributions its files
   */
  @OWLClass(iri = Ns.DCAT + "Dataset")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Shipped(
      @Id String iri,
      @OWLDataProperty(iri = Ns.DCAT + "version") String release,
      @OWLDataProperty(iri = Ns.DCTERMS + "identifier") String fingerprint,
      Optional<String> issued,
      @OWLObjectProperty(iri = Ns.DCAT + "distribution") Set<Form> distributions) {
    private static Shipped of(ReleaseEntry release) {
      return new Shipped(
          release.iri(),
          release.version(),
          release.fingerprint(),
          release.issued(),
          each(release.distributions(), Form::of));
    }
  }

  /**
   * A form in which a dataset can be had.
   *
   * @param iri what it is called
   * @param titles what it is, by language
   * @param accessUrl where to get it
   * @param mediaType its media type, that of the content if it is compressed
   * @param compression the media type of its compression
   * @param bytes how large it is
   * @param sha256 its SHA-256, as hexadecimal digits
   */
  @OWLClass(iri = Ns.DCAT + "Distribution")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Form(
      @Id String iri,
      @OWLAnnotationProperty(iri = Ns.DCTERMS + "title") MultilingualString titles,
      @OWLObjectProperty(iri = Ns.DCAT + "accessURL") String accessUrl,
      String mediaType,
      Optional<String> compression,
      Optional<Long> bytes,
      Optional<String> sha256) {
    private static Form of(Distribution form) {
      return new Form(
          form.iri(),
          tagged(form.titles()),
          form.accessUrl(),
          form.mediaType(),
          form.file().map(Distribution.File::compression),
          form.file().map(Distribution.File::bytes),
          form.file().map(Distribution.File::sha256));
    }
  }

  /**
   * A dataset that the graph holds.
   *
   * @param iri what it is called
   * @param titles its titles by language
   * @param codes its codes
   * @param issued when it was published
   */
  @OWLClass(iri = Ns.DCAT + "Dataset")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Held(
      @Id String iri,
      @OWLAnnotationProperty(iri = Ns.DCTERMS + "title") MultilingualString titles,
      @OWLDataProperty(iri = Ns.DCTERMS + "identifier") Set<String> codes,
      Optional<String> issued) {
    private static Held of(Entry entry) {
      return new Held(
          entry.iri(), tagged(entry.titles()), set(entry.identifiers()), entry.issued());
    }
  }

  /**
   * A document that the graph was drawn from.
   *
   * @param iri what it is called
   * @param titles its titles by language
   * @param codes its symbols
   * @param issued when it was published
   */
  @OWLClass(iri = Ns.DCAT + "Resource")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Document(
      @Id String iri,
      @OWLAnnotationProperty(iri = Ns.DCTERMS + "title") MultilingualString titles,
      @OWLDataProperty(iri = Ns.DCTERMS + "identifier") Set<String> codes,
      Optional<String> issued) {
    private static Document of(Entry entry) {
      return new Document(
          entry.iri(), tagged(entry.titles()), set(entry.identifiers()), entry.issued());
    }
  }
}
