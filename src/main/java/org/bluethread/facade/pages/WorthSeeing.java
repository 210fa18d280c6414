package org.bluethread.facade.pages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A trace that is worth seeing, from {@code traces.tsv}.
 *
 * @param name what ends the key of the words that say what it shows
 * @param from the IRI of its beginning
 * @param to the IRI of its end
 */
record WorthSeeing(String name, String from, String to) {
  private static final String FILE = "traces.tsv";
  private static final List<WorthSeeing> ALL = read();

  /** All of them, in their order on the page. */
  static List<WorthSeeing> all() {
    return ALL;
  }

  private static List<WorthSeeing> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                WorthSeeing.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .map(cells -> new WorthSeeing(cells.get(0), cells.get(1), cells.get(2)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
