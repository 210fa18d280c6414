package org.bluethread.lookup;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One thing found.
 *
 * @param iri the thing's IRI
 * @param label its best label: in the asked language, else in English, else in any, a preferred one
 *     before another; the slug, else the IRI, when it has no label at all
 * @param labelLanguage the label's language tag as it was fed, empty when it has none
 * @param types the IRIs of its classes, sorted
 * @param codes its codes as written, sorted
 * @param score how well it matches; higher is better. Scores compare within one answer; they depend
 *     on the thing and the question alone, not on what else is in the index
 */
public record Hit(
    String iri,
    String label,
    String labelLanguage,
    Set<String> types,
    List<String> codes,
    double score) {

  /** Takes copies of the collections; nothing may be null. */
  public Hit {
    Objects.requireNonNull(iri, "iri");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(labelLanguage, "labelLanguage");
    types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
    codes = codes.stream().sorted().toList();
  }

  /** How surely the question means the thing. */
  public Sureness sureness() {
    return Sureness.of(score);
  }
}
