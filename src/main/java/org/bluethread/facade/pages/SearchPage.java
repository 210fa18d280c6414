package org.bluethread.facade.pages;

import java.util.List;
import java.util.Optional;

/**
 * What a search found.
 *
 * @param text what was searched for
 * @param total how many things match
 * @param hits the best of them
 * @param next the address of the hits after these
 */
public record SearchPage(String text, long total, List<Hit> hits, Optional<String> next) {
  /** Copies the list. */
  public SearchPage {
    hits = List.copyOf(hits);
  }

  /**
   * A thing that matches.
   *
   * @param iri its identifier
   * @param label its name
   * @param labelLanguage the language of the name; empty if it has none
   * @param type the name of its class; empty if it has none
   * @param codes its codes
   */
  public record Hit(
      String iri, String label, String labelLanguage, String type, List<String> codes) {}
}
