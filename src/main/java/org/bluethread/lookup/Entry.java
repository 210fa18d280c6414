package org.bluethread.lookup;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What the index is told about one thing. A later entry with the same IRI replaces an earlier one.
 *
 * @param iri the thing's IRI, its identity in the index
 * @param types the IRIs of its classes; a search by type finds exactly these, so superclasses that
 *     should find it belong here too
 * @param labels its names, in any order
 * @param codes its codes as they are written ({@code AICHI-TARGET-06}, {@code X/29}); see {@link
 *     CodeSpelling} for the other spellings that will find them
 * @param slug the last path segment of the IRI, or empty when it has none
 */
public record Entry(
    String iri, Set<String> types, List<Label> labels, Set<String> codes, String slug) {

  /** Takes copies of the collections; nothing may be null. */
  public Entry {
    Objects.requireNonNull(iri, "iri");
    types = Set.copyOf(types);
    labels = List.copyOf(labels);
    codes = Set.copyOf(codes);
    Objects.requireNonNull(slug, "slug");
  }
}
