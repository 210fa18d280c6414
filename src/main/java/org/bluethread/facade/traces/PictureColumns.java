package org.bluethread.facade.traces;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bluethread.trace.Level;
import org.bluethread.trace.Thing;
import org.bluethread.trace.Trace;

/**
 * Which column each thing of a trace stands in. Each level that occurs has one. Things of no level
 * stand after the lower of the levels that a path has before and after them, before the first one
 * where a path begins with them; one column for each that follow one another. Where paths differ,
 * the best decides.
 */
final class PictureColumns {
  /** Between two levels there is room for all inner things of the longest path. */
  private static final int ROOM = 100;

  private static final List<Level> LEVELS = List.of(Level.values());

  private final Map<String, Thing> things = new LinkedHashMap<>();
  private final Map<String, Integer> ranks = new HashMap<>();
  private final List<Integer> columns;

  PictureColumns(Trace trace) {
    if (trace.paths().isEmpty()) {
      rank(List.of(trace.from(), trace.to()));
    }
    trace.paths().forEach(way -> rank(things(way)));
    this.columns = List.copyOf(new TreeSet<>(ranks.values()));
  }

  private static List<Thing> things(Trace.Way way) {
    return Stream.concat(
            Stream.of(way.steps().get(0).from()), way.steps().stream().map(step -> step.to()))
        .toList();
  }

  private void rank(List<Thing> path) {
    List<Thing> open = new ArrayList<>();
    Optional<Level> before = Optional.empty();
    for (Thing thing : path) {
      things.putIfAbsent(thing.iri(), thing);
      if (thing.level().isEmpty()) {
        open.add(thing);
      } else {
        between(before, open, thing.level());
        open.clear();
        before = thing.level();
        ranks.put(thing.iri(), rank(before.get()));
      }
    }
    between(before, open, Optional.empty());
  }

  /** Ranks things that follow one another between two levels of a path, from the lower one on. */
  private void between(Optional<Level> before, List<Thing> open, Optional<Level> after) {
    int one = before.or(() -> after).map(PictureColumns::rank).orElse(0);
    int other = after.or(() -> before).map(PictureColumns::rank).orElse(0);
    boolean begins = before.isEmpty() && after.isPresent();
    int start = begins ? other - ROOM : Math.min(one, other);
    for (int i = 0; i < open.size(); i++) {
      int step = one <= other ? i : open.size() - 1 - i;
      ranks.putIfAbsent(open.get(i).iri(), start + 1 + step);
    }
  }

  private static int rank(Level level) {
    return (LEVELS.indexOf(level) + 1) * ROOM;
  }

  /** The things, each once, those of the best path first. */
  List<Thing> things() {
    return List.copyOf(things.values());
  }

  /** The number of a thing's column, from zero. */
  int of(Thing thing) {
    return columns.indexOf(ranks.get(thing.iri()));
  }

  /** The columns from the first to the last, each with its level if it is that of one. */
  List<Optional<Level>> levels() {
    Map<Integer, Optional<Level>> levels = new TreeMap<>();
    columns.forEach(rank -> levels.put(rank, Optional.empty()));
    LEVELS.forEach(level -> levels.replace(rank(level), Optional.of(level)));
    return List.copyOf(levels.values());
  }
}
