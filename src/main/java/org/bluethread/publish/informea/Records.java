package org.bluethread.publish.informea;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All records of a state of the graph. Immutable.
 *
 * <p>The records of a harvested set stand in the order of their last change, then of their
 * identifiers: a record that changes goes to the end, so that whoever reads on from the last record
 * that he has sees it. Those of other sets stand in the order of the records they are parts of.
 */
public final class Records {
  /** The order of the records of a harvested set. */
  public static final Comparator<Row> BY_CHANGE =
      Comparator.comparing(Records::updated).thenComparing(Row::id);

  private final long commit;
  private final Instant lastChange;
  private final String fingerprint;
  private final List<Withheld> withheld;
  private final Map<String, Map<String, Row>> sets = new HashMap<>();
  private final Map<String, List<Row>> lists = new HashMap<>();

  /**
   * @param commit the commit of the state
   * @param lastChange when the last record changed
   * @param fingerprint differs where any record or time of change differs
   * @param harvested the records of harvested sets, by the set's name, in any order
   * @param withheld what is not given out
   */
  Records(
      long commit,
      Instant lastChange,
      String fingerprint,
      Map<String, List<Row>> harvested,
      List<Withheld> withheld) {
    this.commit = commit;
    this.lastChange = lastChange;
    this.fingerprint = fingerprint;
    this.withheld = List.copyOf(withheld);
    for (RecordSet set : Model.HARVESTED) {
      List<Row> rows =
          harvested.getOrDefault(set.name(), List.of()).stream().sorted(BY_CHANGE).toList();
      rows.forEach(row -> add(set, row));
      for (Part part : set.type().parts()) {
        if (!part.target().equals(Model.TREATIES)) { // They are records of their own already.
          rows.forEach(row -> row.part(part.name()).forEach(one -> add(part.target(), one)));
        }
      }
    }
    sets.forEach((name, rows) -> lists.put(name, List.copyOf(rows.values())));
  }

  private void add(RecordSet set, Row row) {
    sets.computeIfAbsent(set.name(), name -> new LinkedHashMap<>()).put(row.id(), row);
  }

  /** A record of no set that stands in a place of the order of change, to compare others with. */
  public static Row place(Instant updated, String id) {
    return Row.of(id, Map.of(RecordType.UPDATED, updated));
  }

  /** When a record last changed; the beginning of time for one that does not say. */
  public static Instant updated(Row row) {
    return (Instant) row.value(RecordType.UPDATED).orElse(Instant.EPOCH);
  }

  /** The commit of the state. */
  public long commit() {
    return commit;
  }

  /** When the last record changed. */
  public Instant lastChange() {
    return lastChange;
  }

  /** Differs where any record or time of change differs. */
  public String fingerprint() {
    return fingerprint;
  }

  /** What is not given out. */
  public List<Withheld> withheld() {
    return withheld;
  }

  /** The records of a set. */
  public List<Row> rows(RecordSet set) {
    return lists.getOrDefault(set.name(), List.of());
  }

  /** How many records a set has. */
  public int count(RecordSet set) {
    return in(set).size();
  }

  /** The record of a set with an identifier; empty if there is none. */
  public Optional<Row> row(RecordSet set, String id) {
    return Optional.ofNullable(in(set).get(id));
  }

  private Map<String, Row> in(RecordSet set) {
    return Collections.unmodifiableMap(sets.getOrDefault(set.name(), Map.of()));
  }
}
