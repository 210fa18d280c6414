package org.bluethread.publish.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bluethread.vocabulary.Addresses;

/**
 * The catalogue of what a server has, as of one commit.
 *
 * @param titles its title by language
 * @param descriptions what it is, by language
 * @param site the server
 * @param modified when the graph last changed
 * @param graph the whole graph
 * @param triples how many triples the graph holds
 * @param services how it is served
 * @param distributions the forms the graph can be had in
 * @param releases the releases of the graph, newest first
 * @param datasets datasets that the graph holds
 * @param documents the documents that the graph was drawn from
 * @see <a href="https://www.w3.org/TR/vocab-dcat-3/">DCAT 3</a>
 */
public record Catalogue(
    Map<String, String> titles,
    Map<String, String> descriptions,
    Site site,
    Optional<String> modified,
    Entry graph,
    long triples,
    List<Service> services,
    List<Distribution> distributions,
    List<ReleaseEntry> releases,
    List<Entry> datasets,
    List<Entry> documents) {
  /** What the catalogue is called. */
  public static final String IRI = Addresses.BASE + "catalog";

  /** Who publishes it, as {@code CITATION.cff} has it. */
  public static final String PUBLISHER = "The BlueThread developers";

  /** The licence of the graph and of the catalogue. */
  public static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

  /** Copies maps and lists; nothing may be null. */
  public Catalogue {
    titles = Map.copyOf(titles);
    descriptions = Map.copyOf(descriptions);
    Objects.requireNonNull(modified, "modified");
    services = List.copyOf(services);
    distributions = List.copyOf(distributions);
    releases = List.copyOf(releases);
    datasets = List.copyOf(datasets);
    documents = List.copyOf(documents);
  }
}
