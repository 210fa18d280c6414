package org.bluethread.publish.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A dataset or document, as the graph describes it.
 *
 * @param iri what it is called
 * @param titles its title by language; without any, its IRI is shown
 * @param descriptions what it is, by language
 * @param identifiers its codes or symbols
 * @param licence the IRI of its licence
 * @param publisher the IRI of who published it
 * @param issued when it was published: a year, a month, a day or a time, as XML Schema writes them
 * @param languages the languages it is in, as BCP 47 tags
 */
public record Entry(
    String iri,
    Map<String, String> titles,
    Map<String, String> descriptions,
    List<String> identifiers,
    Optional<String> licence,
    Optional<String> publisher,
    Optional<String> issued,
    List<String> languages) {
  /** Copies maps and lists; nothing may be null. */
  public Entry {
    titles = Map.copyOf(titles);
    descriptions = Map.copyOf(descriptions);
    identifiers = List.copyOf(identifiers);
    Objects.requireNonNull(licence, "licence");
    Objects.requireNonNull(publisher, "publisher");
    Objects.requireNonNull(issued, "issued");
    languages = List.copyOf(languages);
  }
}
