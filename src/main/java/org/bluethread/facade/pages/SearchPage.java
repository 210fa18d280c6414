package org.bluethread.facade.pages;

import java.util.List;
import java.util.Optional;

/**
 * What a search found.
 *
 * @param text what was looked for; empty before the first search
 * @param total how many things were found
 * @param hits those on this page, best first
 * @param next the address of the next page
 */
public record SearchPage(String text, long total, List<Hit> hits, Optional<String> next) {
  /** Copies the list. */
  public SearchPage {
    hits = List.copyOf(hits);
  }

  /**
   * A thing that was found.
   *
   * @param iri its identifier
   * @param label its name
   * @param labelLanguage the language of the name; empty if it has none
   * @param type the name of its class, in the language of the page; may be empty
   * @param codes its codes
   */
  public record Hit(
      String iri, String label, String labelLanguage, String type, List<String> codes) {
    /** Copies the list. */
    public Hit {
      codes = List.copyOf(codes);
    }
  }
}
