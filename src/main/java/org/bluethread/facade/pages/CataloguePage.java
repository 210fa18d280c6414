package org.bluethread.facade.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.publish.catalogue.Catalogue;
import org.bluethread.publish.catalogue.Distribution;
import org.bluethread.publish.catalogue.Entry;

/**
 * The catalogue for reading.
 *
 * @param commit the commit it is of
 * @param statements how many statements the graph holds
 * @param services the names of the services, each with its address
 * @param forms the forms in which the graph as it is now can be had
 * @param releases the releases, newest first
 * @param documents the documents that the graph was drawn from
 * @param datasets the datasets in it
 * @param data what the page says to machines; empty if it says nothing
 */
public record CataloguePage(
    long commit,
    long statements,
    List<Place> services,
    List<Place> forms,
    List<Shipped> releases,
    List<Term> documents,
    List<Term> datasets,
    Optional<DataBlock> data) {
  /** Copies the lists. */
  public CataloguePage {
    services = List.copyOf(services);
    forms = List.copyOf(forms);
    releases = List.copyOf(releases);
    documents = List.copyOf(documents);
    datasets = List.copyOf(datasets);
  }

  /**
   * Where something is.
   *
   * @param name what it is
   * @param href its address
   * @param type its media type; empty for a service
   */
  public record Place(String name, String href, String type) {}

  /**
   * A release.
   *
   * @param version its version
   * @param fingerprint the beginning of its fingerprint
   * @param issued when this server loaded it
   * @param files its files
   */
  public record Shipped(
      String version, String fingerprint, Optional<String> issued, List<File> files) {
    /** Copies the list. */
    public Shipped {
      files = List.copyOf(files);
    }
  }

  /**
   * A file of a release.
   *
   * @param name its name
   * @param href its address
   * @param bytes how large it is
   * @param sha256 its checksum
   */
  public record File(String name, String href, long bytes, String sha256) {}

  /** The page in a language. */
  public static CataloguePage of(
      Catalogue catalogue, long commit, String language, Optional<DataBlock> data) {
    return new CataloguePage(
        commit,
        catalogue.triples(),
        catalogue.services().stream()
            .map(one -> new Place(in(one.titles(), language).text(), one.endpointUrl(), ""))
            .toList(),
        catalogue.distributions().stream()
            .filter(one -> !one.accessUrl().equals(catalogue.site().sparql()))
            .map(
                one ->
                    new Place(in(one.titles(), language).text(), one.accessUrl(), one.mediaType()))
            .toList(),
        catalogue.releases().stream()
            .map(
                one ->
                    new Shipped(
                        one.version(),
                        one.fingerprint(),
                        one.issued(),
                        one.distributions().stream().flatMap(f -> file(f).stream()).toList()))
            .toList(),
        catalogue.documents().stream().map(one -> term(one, language)).toList(),
        catalogue.datasets().stream().map(one -> term(one, language)).toList(),
        data);
  }

  private static Optional<File> file(Distribution distribution) {
    String address = distribution.accessUrl();
    return distribution
        .file()
        .map(
            file ->
                new File(
                    address.substring(address.lastIndexOf('/') + 1),
                    address,
                    file.bytes(),
                    file.sha256()));
  }

  static Term term(Entry entry, String language) {
    Optional<String> iri = Optional.of(entry.iri());
    if (entry.titles().isEmpty()) {
      return new Term(entry.iri(), "", iri);
    }
    Term title = in(entry.titles(), language);
    return new Term(title.text(), title.language(), iri);
  }

  /** A text in the language, else in English, else in the first by alphabet. */
  private static Term in(Map<String, String> texts, String language) {
    TreeMap<String, String> sorted = new TreeMap<>(texts);
    String chosen =
        sorted.containsKey(language)
            ? language
            : sorted.containsKey("en") ? "en" : sorted.firstKey();
    return new Term(sorted.get(chosen), chosen, Optional.empty());
  }
}
