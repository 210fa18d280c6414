package org.bluethread.facade.answers;

import cz.cvut.kbss.jopa.model.MultilingualString;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts values into the forms that answers have. */
final class Texts {
  private Texts() {}

  /**
   * A text under its language, as JSON-LD's language maps have it.
   *
   * @param language its language; empty if it has none
   */
  static MultilingualString tagged(String text, String language) {
    return MultilingualString.create(text, language.isEmpty() ? null : language);
  }

  /** Texts by language, as JSON-LD's language maps have them. */
  static MultilingualString tagged(Map<String, String> texts) {
    return new MultilingualString(new TreeMap<>(texts));
  }

  /** Nothing in the place of an empty text: as RDF, that would be a statement. */
  static Optional<String> known(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** A set that keeps its order, which means nothing in RDF and is good to read in JSON. */
  static <T> Set<T> set(Collection<T> values) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(values));
  }
}
