package org.bluethread.facade.pages;

import java.util.List;
import java.util.stream.Collectors;
import org.bluethread.facade.pages.ThingPage.Term;

/**
 * A link in words.
 *
 * @param language the language of the words between the names
 * @param parts the words, and the names of its ends with their identifiers
 */
public record Sentence(String language, List<Term> parts) {
  /** Copies the list. */
  public Sentence {
    parts = List.copyOf(parts);
  }

  /** The sentence as one text. */
  public String text() {
    return parts.stream().map(Term::text).collect(Collectors.joining());
  }
}
