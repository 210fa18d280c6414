package org.bluethread.publish.informea;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each record showed last, and since when: a file with a line for each record, kept beside the
 * store. One that is missing, broken or of another store counts as empty; all records are new then,
 * which makes harvesters take them again and lose none. Not safe for threads.
 */
final class ChangeTable {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeTable.class);
  private static final String FORMAT = "bluethread-informea-1";
  private static final String SEPARATOR = "\t";

  private final Optional<Path> file;
  private final String storeId;
  private State state;

  /**
   * What a record showed.
   *
   * @param hash of all that it showed
   * @param since the commit whose time is that of its last change
   */
  record Shown(String hash, Instant since) {}

  /**
   * The whole table.
   *
   * @param commit where it stands; 0 if it is empty
   * @param latest no time of change is later
   * @param records the records by their keys
   */
  record State(long commit, Instant latest, Map<String, Shown> records) {
    State {
      records = Map.copyOf(records);
    }
  }

  /**
   * @param file where it is kept; nowhere if it is empty
   * @param storeId the identity of the store
   */
  ChangeTable(Optional<Path> file, String storeId) {
    this.file = file;
    this.storeId = storeId;
    this.state = file.filter(Files::exists).map(this::read).orElseGet(ChangeTable::nothing);
  }

  private static State nothing() {
    return new State(0, Instant.EPOCH, Map.of());
  }

  State state() {
    return state;
  }

  /**
   * Puts another state in the place of the last one. If it cannot be written, it holds until the
   * process ends, and what was written before is brought up again then.
   */
  void set(State next) {
    state = next;
    file.ifPresent(
        path -> {
          try {
            write(path, next);
          } catch (IOException e) {
            LOG.error("The times of change of records could not be written to {}", path, e);
          }
        });
  }

  private void write(Path path, State next) throws IOException {
    Path draft = path.resolveSibling(path.getFileName() + ".draft");
    try (BufferedWriter lines = Files.newBufferedWriter(draft, UTF_8)) {
      line(lines, FORMAT, storeId, Long.toString(next.commit()), next.latest().toString());
      for (Map.Entry<String, Shown> one : next.records().entrySet()) {
        line(lines, one.getKey(), one.getValue().hash(), one.getValue().since().toString());
      }
      line(lines, FORMAT);
    }
    Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void line(BufferedWriter lines, String... fields) throws IOException {
    lines.write(String.join(SEPARATOR, fields));
    lines.write('\n');
  }

  private State read(Path path) {
    try (BufferedReader lines = Files.newBufferedReader(path, UTF_8)) {
      String[] head = fields(lines);
      if (!head[0].equals(FORMAT) || !head[1].equals(storeId)) {
        return nothing();
      }
      Map<String, Shown> records = new HashMap<>();
      String[] next = fields(lines);
      while (next.length == 3) {
        records.put(next[0], new Shown(next[1], Instant.parse(next[2])));
        next = fields(lines);
      }
      return next[0].equals(FORMAT)
          ? new State(Long.parseLong(head[2]), Instant.parse(head[3]), records)
          : nothing();
    } catch (IOException | RuntimeException e) {
      LOG.warn("The times of change of records in {} cannot be read: all count as new", path, e);
      return nothing();
    }
  }

  private static String[] fields(BufferedReader lines) throws IOException {
    return Optional.ofNullable(lines.readLine()).orElse("").split(SEPARATOR, -1);
  }
}
