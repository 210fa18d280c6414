package org.bluethread.publish.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A release of the graph.
 *
 * @param iri what it is called in the catalogue
 * @param version the version of the program that shipped it
 * @param fingerprint the beginning of the fingerprint of its files, which tells it from others
 * @param issued when this server loaded it, if the commit log still tells
 * @param distributions its files
 */
public record ReleaseEntry(
    String iri,
    String version,
    String fingerprint,
    Optional<String> issued,
    List<Distribution> distributions) {
  /** Copies the list; nothing may be null. */
  public ReleaseEntry {
    Objects.requireNonNull(issued, "issued");
    distributions = List.copyOf(distributions);
  }
}
