package org.bluethread.publish.sitemap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file in which {@link Dates} are kept: a line with the form, the store and the commit, then
 * one for each page with milliseconds and IRI, and a last one that says how many they are. It is
 * derived: one that cannot be used is as good as none.
 */
final class DatesFile {
  private static final Logger LOG = LoggerFactory.getLogger(DatesFile.class);
  private static final String FORM = "bluethread-page-dates-1";
  private static final String END = "end ";

  private DatesFile() {}

  /** Reads the dates of a store; empty if there are none that can be used. */
  static Optional<Dates> read(Path file, String storeId) {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
      String[] head = String.valueOf(lines.readLine()).split(" ", 3);
      if (head.length < 3 || !head[0].equals(FORM) || !head[1].equals(storeId)) {
        return Optional.empty();
      }
      Dates dates = new Dates();
      dates.standAt(Long.parseLong(head[2]));
      String line = lines.readLine();
      while (line != null && !line.startsWith(END)) {
        int space = line.indexOf(' ');
        dates.put(line.substring(space + 1), Long.parseLong(line.substring(0, space)));
        line = lines.readLine();
      }
      return Optional.of(dates).filter(whole(line));
    } catch (IOException | RuntimeException e) {
      LOG.warn("The dates of the pages in {} cannot be used; they are read anew", file, e);
      return Optional.empty();
    }
  }

  private static Predicate<Dates> whole(String lastLine) {
    return dates -> (END + dates.size()).equals(lastLine);
  }

  /**
   * Writes the dates in the place of what was there, at once.
   *
   * @throws UncheckedIOException if they cannot be written
   */
  static void write(Path file, String storeId, Dates dates) {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    try {
      try (BufferedWriter out = Files.newBufferedWriter(draft, UTF_8)) {
        out.write(FORM + " " + storeId + " " + dates.commit() + "\n");
        dates.forEach((iri, time) -> write(out, time + " " + iri + "\n"));
        out.write(END + dates.size() + "\n");
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(BufferedWriter out, String line) {
    try {
      out.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
