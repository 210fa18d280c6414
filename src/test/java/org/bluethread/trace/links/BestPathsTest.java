package org.bluethread.trace.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The best paths are those that a search through all paths finds. */
final class BestPathsTest {
  private static final String MENTIONS = "p:mentions";
  private static final String TOPICAL = "p:topical";
  private static final Kinds KINDS =
      new Kinds(Set.of("p:a", TOPICAL, MENTIONS), Set.of(MENTIONS), Set.of(TOPICAL));
  private static final Duration AMPLE = Duration.ofMinutes(5);

  @Property(tries = 3000)
  void areThoseOfASearchThroughAllPaths(@ForAll long seed) {
    Random random = new Random(seed);
    RandomLinks world = new RandomLinks(random);
    Links links = world.build(1);
    compare(world, links, random, 6);
  }

  @Property(tries = 1500)
  void areThatOverLongWaysToo(@ForAll long seed) {
    Random random = new Random(seed);
    int things = 12 + random.nextInt(14);
    RandomLinks world = new RandomLinks(random, things, things + random.nextInt(things / 2));
    compare(world, world.build(1), random, 8);
  }

  @Property(tries = 1500)
  void areStillThatAfterChanges(@ForAll long seed) {
    Random random = new Random(seed);
    RandomLinks world = new RandomLinks(random);
    Links links = world.build(1);
    Links first = links;
    String before = everything(first);
    for (int commit = 2; commit < 6; commit++) {
      links = links.with(world.change(commit));
      assertThat(everything(first)).as("the state of an earlier commit").isEqualTo(before);
      assertThat(links.count()).isEqualTo(world.links.size());
      compare(world, links, random, 6);
    }
  }

  private static String everything(Links links) {
    StringBuilder all = new StringBuilder();
    for (int one = 0; one < links.size(); one++) {
      all.append(links.iri(one)).append(links.isHub(one)).append('\n');
      for (int other = 0; other < links.size(); other++) {
        all.append(links.between(one, other)).append('\n');
      }
    }
    return all.toString();
  }

  private static void compare(RandomLinks world, Links links, Random random, int longest) {
    for (int pair = 0; pair < 4; pair++) {
      String from = world.thing();
      String to = world.thing();
      int hops = 1 + random.nextInt(longest);
      int most = 1 + random.nextInt(12);
      boolean chained = random.nextInt(4) == 0;
      if (from.equals(to) || links.thing(from) < 0 || links.thing(to) < 0) {
        continue;
      }
      List<Path> expected = new AllPaths(world, hops, chained).between(from, to);
      int many = random.nextInt(6); // From how many links on a thing counts as a crossing.
      List<Path> found =
          new BestPaths(links, many)
              .find(
                  links.thing(from),
                  links.thing(to),
                  most,
                  Limits.of(hops, AMPLE).chained(chained));
      assertThat(found)
          .as("%s to %s within %s in %s, hubs %s", from, to, hops, world.links, world.hubs)
          .isEqualTo(expected.subList(0, Math.min(most, expected.size())));
    }
  }

  @Test
  void aMappedStepIsNotTakenAfterAnotherEvenIfThatMakesTheWayLonger() {
    Links.Builder builder = new Links.Builder(KINDS);
    short stated = KINDS.number("p:a");
    builder.add(new Link("x:a", Kinds.MAPPING, "x:b", "m:1"));
    builder.add(new Link("x:b", Kinds.MAPPING, "x:c", "m:2"));
    builder.add(new Link("x:b", stated, "x:d", "g:1"));
    builder.add(new Link("x:d", stated, "x:b", "g:1"));
    Links links = builder.build(1, Set.of());

    assertThat(find(links, "x:a", "x:c")).isEmpty();
    assertThat(find(links, "x:a", "x:d")).hasSize(1);
  }

  @Test
  void aSearchEndsWhenItsTimeIsUp() {
    Links.Builder builder = new Links.Builder(KINDS);
    builder.add(new Link("x:a", KINDS.number("p:a"), "x:b", "g:1"));
    Links links = builder.build(1, Set.of());

    assertThatThrownBy(
            () ->
                new BestPaths(links)
                    .find(
                        links.thing("x:a"),
                        links.thing("x:b"),
                        1,
                        Limits.of(8, Duration.ofNanos(-1))))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void aHubThatIsAnEndIsNoHubOnTheWay() {
    Links.Builder builder = new Links.Builder(KINDS);
    builder.add(new Link("x:hub", KINDS.number("p:a"), "x:b", "g:1"));
    builder.add(new Link("x:hub", KINDS.number("p:a"), "x:c", "g:1"));
    Links links = builder.build(1, Set.of("x:hub"));

    assertThat(find(links, "x:hub", "x:b"))
        .containsExactly(new Path(List.of("x:hub", "x:b"), false, 0, 0, 0));
    assertThat(find(links, "x:b", "x:c"))
        .containsExactly(new Path(List.of("x:b", "x:hub", "x:c"), true, 0, 0, 0));
  }

  private static List<Path> find(Links links, String from, String to) {
    return new BestPaths(links).find(links.thing(from), links.thing(to), 10, Limits.of(8, AMPLE));
  }

  /** A small random graph, as a set of links. */
  private static final class RandomLinks {
    private final Random random;
    private final int things;
    private final Set<Link> links = new LinkedHashSet<>();
    private final Set<String> hubs = new TreeSet<>();

    RandomLinks(Random random) {
      this(random, 3 + random.nextInt(9));
    }

    private RandomLinks(Random random, int things) {
      this(random, things, random.nextInt(things * 3));
    }

    RandomLinks(Random random, int things, int count) {
      this.random = random;
      this.things = things;
      for (int i = 0; i < count; i++) {
        links.add(link());
      }
      for (int i = 0; i < things; i++) {
        if (random.nextInt(5) == 0) {
          hubs.add("x:" + (char) ('a' + i));
        }
      }
    }

    String thing() {
      return "x:" + (char) ('a' + random.nextInt(things));
    }

    private Link link() {
      short kind = (short) random.nextInt(4);
      String graph = kind == Kinds.MAPPING ? "m:" + random.nextInt(1000) : "g:" + random.nextInt(3);
      return new Link(thing(), kind, thing(), graph);
    }

    Links build(long commit) {
      Links.Builder builder = new Links.Builder(KINDS);
      links.forEach(builder::add);
      return builder.build(commit, hubs);
    }

    LinkChange change(long commit) {
      List<Link> removed = new ArrayList<>();
      List<Link> added = new ArrayList<>();
      for (Link link : List.copyOf(links)) {
        if (random.nextInt(4) == 0) {
          removed.add(link);
          links.remove(link);
        }
      }
      for (int i = random.nextInt(5); i > 0; i--) {
        Link link = link();
        if (!removed.contains(link) && links.add(link)) {
          added.add(link);
        }
      }
      Map<String, Boolean> turned = new HashMap<>();
      if (random.nextInt(3) == 0) {
        String thing = thing();
        boolean hub = hubs.add(thing);
        if (!hub) {
          hubs.remove(thing);
        }
        turned.put(thing, hub);
      }
      return new LinkChange(commit, removed, added, turned);
    }
  }

  /** Goes through all paths, in the plainest way. */
  private static final class AllPaths {
    private static final Comparator<Path> ORDER =
        Comparator.comparing(Path::throughHub)
            .thenComparing(Path::steps)
            .thenComparing(Path::mapped)
            .thenComparing(Path::mentions)
            .thenComparing(Path::topical)
            .thenComparing(path -> String.join("\u0000", path.things()));

    private final RandomLinks world;
    private final int hops;
    private final boolean chained;
    private final Map<String, Map<String, Integer>> neighbours = new TreeMap<>();
    private final List<Path> found = new ArrayList<>();

    AllPaths(RandomLinks world, int hops, boolean chained) {
      this.world = world;
      this.hops = hops;
      this.chained = chained;
      for (Link link : world.links) {
        int weight = weight(link.kind());
        join(link.subject(), link.object(), weight);
        join(link.object(), link.subject(), weight);
      }
    }

    /** 3 mapped, 2 a mention, 1 topical, 0 any other. */
    private static int weight(short kind) {
      if (kind == Kinds.MAPPING) {
        return 3;
      }
      List<String> best = List.of("p:a", TOPICAL, MENTIONS);
      return best.indexOf(KINDS.property(kind));
    }

    private void join(String one, String other, int weight) {
      neighbours.computeIfAbsent(one, key -> new TreeMap<>()).merge(other, weight, Math::min);
    }

    List<Path> between(String from, String to) {
      go(new ArrayList<>(List.of(from)), new ArrayList<>(), to);
      return found.stream().sorted(ORDER).toList();
    }

    private void go(List<String> things, List<Integer> weights, String to) {
      String here = things.get(things.size() - 1);
      if (here.equals(to)) {
        found.add(path(things, weights));
        return;
      }
      if (weights.size() == hops) {
        return;
      }
      for (Map.Entry<String, Integer> next : neighbours.getOrDefault(here, Map.of()).entrySet()) {
        boolean twoMapped =
            !chained
                && next.getValue() == 3
                && !weights.isEmpty()
                && weights.get(weights.size() - 1) == 3;
        if (!twoMapped && !new HashSet<>(things).contains(next.getKey())) {
          things.add(next.getKey());
          weights.add(next.getValue());
          go(things, weights, to);
          things.remove(things.size() - 1);
          weights.remove(weights.size() - 1);
        }
      }
    }

    private Path path(List<String> things, List<Integer> weights) {
      return new Path(
          things,
          things.subList(1, things.size() - 1).stream().anyMatch(world.hubs::contains),
          (int) weights.stream().filter(weight -> weight == 3).count(),
          (int) weights.stream().filter(weight -> weight == 2).count(),
          (int) weights.stream().filter(weight -> weight == 1).count());
    }
  }
}
