package org.bluethread.publish.schemaorg;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bluethread.publish.catalogue.Catalogue;
import org.bluethread.publish.catalogue.Distribution;
import org.bluethread.publish.catalogue.Entry;

/**
 * The catalogue, and the graph itself, in the words of schema.org. Not safe for threads; good for
 * one page.
 *
 * @see <a href="https://developers.google.com/search/docs/appearance/structured-data/dataset">What
 *     Google reads of datasets</a>
 */
public final class CatalogueMarkup {
  private final Catalogue catalogue;
  private final Telling telling;
  private final Words words;

  private CatalogueMarkup(Catalogue catalogue, Telling telling, Words words) {
    this.catalogue = catalogue;
    this.telling = telling;
    this.words = words;
  }

  /**
   * What the catalogue itself does not say of the graph, in the language of the page.
   *
   * @param use what can be done with the graph, in a sentence
   * @param keywords what the graph is about
   * @param publisher who its publisher is
   */
  public record Words(String use, List<String> keywords, String publisher) {
    /** Copies the list. */
    public Words {
      keywords = List.copyOf(keywords);
    }
  }

  /** What the page of the catalogue says: the graph with its distributions, and what is in it. */
  public static Map<String, Object> catalogue(Catalogue catalogue, Telling telling, Words words) {
    return new CatalogueMarkup(catalogue, telling, words).catalogue();
  }

  /** What the page of the graph says. */
  public static Map<String, Object> graph(Catalogue catalogue, Telling telling, Words words) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", Markup.CONTEXT);
    document.putAll(new CatalogueMarkup(catalogue, telling, words).graph());
    return document;
  }

  private Map<String, Object> catalogue() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", Markup.CONTEXT);
    document.put("@type", "DataCatalog");
    document.put("@id", Catalogue.IRI);
    document.put("name", in(catalogue.titles()));
    document.put("description", in(catalogue.descriptions()));
    document.put("url", catalogue.site().at("/catalog"));
    document.put("license", Catalogue.LICENCE);
    document.put("publisher", publisher());
    catalogue.modified().ifPresent(time -> document.put("dateModified", time));
    document.put(
        "dataset",
        Stream.concat(Stream.of(graph()), references(catalogue.datasets()).stream()).toList());
    return document;
  }

  private Map<String, Object> graph() {
    Entry graph = catalogue.graph();
    Map<String, Object> dataset = new LinkedHashMap<>();
    dataset.put("@type", "Dataset");
    dataset.put("@id", graph.iri());
    dataset.put("name", in(graph.titles()));
    dataset.put("description", in(graph.descriptions()) + " " + words.use());
    dataset.put("url", telling.page().apply(graph.iri()));
    Markup.put(
        dataset,
        "identifier",
        Stream.concat(graph.identifiers().stream(), Stream.of(graph.iri())).toList());
    dataset.put("keywords", words.keywords());
    graph.licence().ifPresent(licence -> dataset.put("license", licence));
    dataset.put("creator", publisher());
    dataset.put("publisher", Map.of("@id", Catalogue.IRI + "#publisher"));
    graph.issued().ifPresent(date -> dataset.put("datePublished", date));
    catalogue.modified().ifPresent(time -> dataset.put("dateModified", time));
    dataset.put("isAccessibleForFree", true);
    dataset.put("includedInDataCatalog", Map.of("@id", Catalogue.IRI));
    Markup.put(dataset, "isBasedOn", references(catalogue.documents()));
    Markup.put(
        dataset,
        "distribution",
        Stream.concat(
                catalogue.distributions().stream(),
                catalogue.releases().stream().limit(1).flatMap(one -> one.distributions().stream()))
            .filter(one -> !one.accessUrl().equals(catalogue.site().sparql()))
            .map(this::download)
            .toList());
    return dataset;
  }

  private Map<String, Object> publisher() {
    Map<String, Object> publisher = new LinkedHashMap<>();
    publisher.put("@type", "Organization");
    publisher.put("@id", Catalogue.IRI + "#publisher");
    publisher.put("name", Catalogue.PUBLISHER);
    publisher.put("description", words.publisher());
    publisher.put("url", catalogue.site().at("/"));
    return publisher;
  }

  private Map<String, Object> download(Distribution distribution) {
    String name = in(distribution.titles());
    Map<String, Object> download = new LinkedHashMap<>();
    download.put("@type", "DataDownload");
    download.put("@id", distribution.iri());
    download.put("name", name);
    download.put("description", name + " (" + distribution.mediaType() + ")");
    download.put("url", distribution.accessUrl());
    download.put("contentUrl", distribution.accessUrl());
    download.put("encodingFormat", distribution.mediaType());
    distribution
        .file()
        .ifPresent(
            file -> {
              download.put("contentSize", file.bytes() + " B");
              download.put("sha256", file.sha256());
            });
    return download;
  }

  private static List<Map<String, String>> references(List<Entry> entries) {
    return entries.stream().map(one -> Map.of("@id", one.iri())).toList();
  }

  /** A text in the language of the page, else in English, else in the first by alphabet. */
  private String in(Map<String, String> texts) {
    TreeMap<String, String> sorted = new TreeMap<>(texts);
    String other = sorted.getOrDefault("en", sorted.firstEntry().getValue());
    return sorted.getOrDefault(telling.language(), other);
  }
}
