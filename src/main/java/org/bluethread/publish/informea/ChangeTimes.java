package org.bluethread.publish.informea;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.bluethread.graph.Commit;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.publish.informea.ChangeTable.Shown;
import org.bluethread.publish.informea.ChangeTable.State;

/**
 * Says when each record last changed: at the time of the last commit that touched what it is read
 * from, if it looks otherwise than it did. So who asks for all that changed since the latest change
 * he knows misses nothing and gets again at the most what the last commit changed.
 *
 * <p>Times never go back, even if the clock does: no change is earlier than one that was given out
 * before it was seen. Of several commits since the last look, the commit log tells which touched a
 * record. Where that would take too long, a later one of them is taken; any of them is safe, as
 * nobody has asked in between.
 *
 * <p>Not safe for threads.
 */
final class ChangeTimes {
  /** How many commits are looked into at the most. */
  private static final int MOST_COMMITS = 1000;

  /** A commit of more than this counts as one that touches everything. */
  private static final long MOST_BYTES = 16L * 1024 * 1024;

  private final KnowledgeGraph graph;
  private final ChangeTable table;

  /**
   * @param graph whose commit log is asked
   * @param table where the times are kept
   */
  ChangeTimes(KnowledgeGraph graph, ChangeTable table) {
    this.graph = graph;
    this.table = table;
  }

  /**
   * When each of all records of a state last changed. The table is brought up to that state, unless
   * it stands at a later one.
   *
   * @param commit the commit of the state
   * @return the times by the records' keys
   */
  Map<String, Instant> of(long commit, Collection<Found> records) {
    State known = table.state();
    Map<String, String> hashes = new HashMap<>();
    Map<String, Instant> times = new LinkedHashMap<>();
    Map<String, Found> changed = new LinkedHashMap<>();
    for (Found found : records) {
      String key = found.key();
      String hash = found.hash();
      hashes.put(key, hash);
      Optional<Shown> before = Optional.ofNullable(known.records().get(key));
      if (before.isPresent() && before.get().hash().equals(hash)) {
        times.put(key, before.get().since());
      } else {
        changed.put(key, found);
      }
    }
    times.putAll(timesOf(changed, known, commit));
    if (known.commit() < commit || (known.commit() == commit && !changed.isEmpty())) {
      keep(known, commit, hashes, times);
    }
    return Collections.unmodifiableMap(times);
  }

  private void keep(
      State known, long commit, Map<String, String> hashes, Map<String, Instant> times) {
    Map<String, Shown> shown = new HashMap<>();
    times.forEach((key, time) -> shown.put(key, new Shown(hashes.get(key), time)));
    table.set(new State(commit, notBefore(known.latest(), time(commit)), shown));
  }

  private Map<String, Instant> timesOf(Map<String, Found> changed, State known, long commit) {
    Map<String, Instant> times = new LinkedHashMap<>();
    Map<String, Found> left = new LinkedHashMap<>(changed);
    long oldest = Math.max(known.commit() + 1, commit - MOST_COMMITS + 1);
    boolean several = known.commit() > 0 && oldest < commit;
    for (long number = commit; several && number >= oldest && !left.isEmpty(); number--) {
      Instant time = notBefore(known.latest(), time(number));
      Optional<Set<Asked>> touched = touched(number);
      left.values().stream()
          .filter(one -> touched.isEmpty() || !Collections.disjoint(touched.get(), one.asked()))
          .map(Found::key)
          .toList()
          .forEach(
              key -> {
                times.put(key, time);
                left.remove(key);
              });
    }
    Instant last = notBefore(known.latest(), time(commit));
    left.keySet().forEach(key -> times.put(key, last));
    return times;
  }

  private static Instant notBefore(Instant latest, Instant time) {
    return time.isBefore(latest) ? latest : time;
  }

  /** The time of a commit; of a store elsewhere, when it was last read. */
  private Instant time(long number) {
    if (graph.isElsewhere()) {
      return graph.lastRefresh().orElse(Instant.EPOCH);
    }
    return graph.history().commit(number).map(Commit::time).orElse(Instant.EPOCH);
  }

  /** The questions that a commit gave other answers to; empty if it is too large to look into. */
  private Optional<Set<Asked>> touched(long number) {
    Optional<Path> patch = graph.history().patch(number);
    Set<Asked> touched = new HashSet<>();
    try {
      if (patch.isEmpty() || Files.size(patch.get()) > MOST_BYTES) {
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(patch.get())) {
        RDFPatchOps.read(in)
            .apply(
                new RDFChangesBase() {
                  @Override
                  public void add(Node graph, Node subject, Node predicate, Node object) {
                    note(touched, subject, predicate, object);
                  }

                  @Override
                  public void delete(Node graph, Node subject, Node predicate, Node object) {
                    note(touched, subject, predicate, object);
                  }
                });
      }
      return Optional.of(touched);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void note(Set<Asked> touched, Node subject, Node predicate, Node object) {
    touched.add(new Asked(subject, predicate, true));
    touched.add(new Asked(object, predicate, false));
  }
}
