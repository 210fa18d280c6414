package org.bluethread.w3c;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The tests of the suite that are known to fail, each with its reason: a line of {@code
 * w3c/known-failures.tsv} holds the IRI of the test, a tab and the reason.
 */
final class KnownFailures {
  private static final String FILE = "/w3c/known-failures.tsv";

  private KnownFailures() {}

  /** The reasons, by the IRIs of the tests. */
  static Map<String, String> read() throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    try (InputStream in = Objects.requireNonNull(KnownFailures.class.getResourceAsStream(FILE));
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("# ")) {
          String[] cells = line.split("\t", -1);
          if (cells.length != 2 || cells[1].isBlank() || reasons.containsKey(cells[0])) {
            throw new IOException(FILE + ": not an IRI, a tab and a reason, once: " + line);
          }
          reasons.put(cells[0], cells[1]);
        }
      }
    }
    return reasons;
  }
}
