package org.bluethread.trace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.bluethread.graph.PerCommit;
import org.bluethread.graph.Snapshot;
import org.bluethread.trace.links.BestPaths;
import org.bluethread.trace.links.Limits;
import org.bluethread.trace.links.LinkIndex;
import org.bluethread.trace.links.Links;
import org.bluethread.trace.links.Path;
import org.bluethread.trace.links.Surroundings;

/**
 * Finds out how things are connected. Safe for threads; each answer belongs to one snapshot.
 *
 * <p>The order of paths is that of {@link BestPaths}.
 */
public final class Tracer {
  /** The most steps a path may have. */
  public static final int MOST_HOPS = 8;

  /** The most paths one may ask for. */
  public static final int MOST_PATHS = 50;

  private final LinkIndex index;
  private final Duration most;
  private final PerCommit<Map<String, Readings>> readings =
      new PerCommit<>(snapshot -> new ConcurrentHashMap<>());

  /**
   * Traces by an index that follows the graph.
   *
   * @param most how long one question may take, the wait for the index included
   */
  public Tracer(LinkIndex index, Duration most) {
    this.index = index;
    this.most = most;
  }

  /**
   * The links of a commit.
   *
   * @throws LinksNotReadyException if they are not here, nor in time
   */
  public Links links(long commit) {
    try {
      return index
          .at(commit, most)
          .orElseThrow(() -> new LinksNotReadyException("The links of commit " + commit));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for the links");
    }
  }

  private Readings readings(Snapshot snapshot, String language) {
    return readings.of(snapshot).computeIfAbsent(language, key -> new Readings());
  }

  /** The limits of a search that starts now. */
  public Limits limits(int hops) {
    return Limits.of(hops, most);
  }

  /**
   * Finds the best paths between two things.
   *
   * @param snapshot the state of the graph to answer from
   * @param from the IRI of one thing
   * @param to the IRI of another
   * @param hops the most steps of a path, 1 to {@value #MOST_HOPS}
   * @param paths how many paths at the most, 1 to {@value #MOST_PATHS}
   * @param chained whether two mapped steps may follow each other
   * @param language the language of names and sentences, one of the six
   * @throws IllegalArgumentException if both are the same, or a number is out of bounds
   * @throws LinksNotReadyException if the index does not come to the snapshot's commit in time
   * @throws CancellationException if the search takes too long
   */
  public Trace between(
      Snapshot snapshot,
      String from,
      String to,
      int hops,
      int paths,
      boolean chained,
      String language) {
    if (from.equals(to) || hops < 1 || hops > MOST_HOPS || paths < 1 || paths > MOST_PATHS) {
      throw new IllegalArgumentException(from + " to " + to + ", " + hops + ", " + paths);
    }
    Links links = links(snapshot.commit());
    Readings known = readings(snapshot, language);
    Names names = new Names(snapshot.union(), language, known);
    List<Path> found = find(links, from, to, paths, limits(hops).chained(chained));
    StepReader reader = new StepReader(snapshot, links, names, known);
    List<Trace.Way> ways = found.stream().map(path -> way(path, reader)).toList();
    Optional<Trace.Gap> gap =
        found.isEmpty() ? Optional.of(gap(links, from, to, hops, names, reader)) : Optional.empty();
    return new Trace(
        names.thing(from), names.thing(to), hops, paths, chained, snapshot.commit(), ways, gap);
  }

  private static List<Path> find(Links links, String from, String to, int most, Limits limits) {
    int one = links.thing(from);
    int other = links.thing(to);
    return one == Links.NONE || other == Links.NONE
        ? List.of()
        : new BestPaths(links).find(one, other, most, limits);
  }

  private static Trace.Way way(Path path, StepReader reader) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < path.steps(); i++) {
      steps.add(reader.step(path.things().get(i), path.things().get(i + 1)));
    }
    return new Trace.Way(path.throughHub(), path.mapped(), path.mentions(), path.topical(), steps);
  }

  private Trace.Gap gap(
      Links links, String from, String to, int hops, Names names, StepReader reader) {
    Limits limits = limits(MOST_HOPS);
    Surroundings here = Surroundings.of(links, from, limits);
    Surroundings there = Surroundings.of(links, to, limits);
    Optional<Integer> needed =
        hops == MOST_HOPS
            ? Optional.empty()
            : find(links, from, to, 1, limits).stream().findFirst().map(Path::steps);
    Optional<Trace.Nearest> nearest =
        needed.isPresent() ? Optional.empty() : new NearestPair(names, reader).of(here, there);
    return new Trace.Gap(reach(here), reach(there), needed, nearest);
  }

  private static Trace.Reach reach(Surroundings surroundings) {
    return new Trace.Reach(surroundings.size(), surroundings.farthest(), surroundings.isComplete());
  }

  /**
   * Unfolds what leads on from a thing, and what leads to it.
   *
   * @param snapshot the state of the graph to answer from
   * @param thing its IRI
   * @param depth how many steps away, 1 to {@value Unfolding#MOST_DEPTH}
   * @param language the language of names and sentences, one of the six
   * @throws LinksNotReadyException if the index does not come to the snapshot's commit in time
   */
  public Unfolding unfold(Snapshot snapshot, String thing, int depth, String language) {
    Links links = links(snapshot.commit());
    Readings known = readings(snapshot, language);
    Names names = new Names(snapshot.union(), language, known);
    Unfolder unfolder = new Unfolder(links, new StepReader(snapshot, links, names, known));
    return new Unfolding(
        names.thing(thing),
        depth,
        snapshot.commit(),
        unfolder.unfold(thing, depth, true),
        unfolder.unfold(thing, depth, false));
  }
}
