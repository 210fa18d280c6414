package org.bluethread.publish.sitemap;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.bluethread.publish.sitemap.PageDates.Page;

/** Pages, each in a place of its own, with when it last changed. Not safe for threads. */
final class Dates {
  /** In the place of a time: it is not known. */
  static final long UNKNOWN = 0;

  private final List<Optional<Entry>> places = new ArrayList<>();
  private final Map<String, Integer> placeOf = new HashMap<>();
  private final Deque<Integer> free = new ArrayDeque<>();
  private final Set<String> unsure = new LinkedHashSet<>();
  private long commit;

  private record Entry(String iri, long time) {
    Page page() {
      return new Page(iri, instant(time));
    }
  }

  private static Optional<Instant> instant(long time) {
    return time == UNKNOWN ? Optional.empty() : Optional.of(Instant.ofEpochMilli(time));
  }

  /** The commit up to which they are right. */
  long commit() {
    return commit;
  }

  void standAt(long number) {
    commit = number;
  }

  /** How many pages there are. */
  int size() {
    return placeOf.size();
  }

  /** When a page last changed; empty if there is none. */
  Optional<Instant> of(String iri) {
    return Optional.ofNullable(placeOf.get(iri))
        .flatMap(places::get)
        .flatMap(entry -> instant(entry.time()));
  }

  /** Notes that a page changed, if there is one: {@link #keep} will tell. */
  void touch(String iri, long time) {
    put(iri, time);
    unsure.add(iri);
  }

  /** Puts a page that is there. */
  void put(String iri, long time) {
    Integer place = placeOf.get(iri);
    if (place == null) {
      place = free.isEmpty() ? places.size() : free.pop();
      if (place == places.size()) {
        places.add(Optional.empty());
      }
      placeOf.put(iri, place);
    }
    places.set(place, Optional.of(new Entry(iri, time)));
  }

  /** Takes away what was touched and is no page. */
  void keep(Predicate<String> isPage) {
    for (String iri : unsure) {
      if (!isPage.test(iri)) {
        int place = placeOf.remove(iri);
        places.set(place, Optional.empty());
        free.push(place);
      }
    }
    unsure.clear();
  }

  /** The pages of the part of that number, of so many places. */
  List<Page> part(int number, int size) {
    long from = Math.min((long) number * size, places.size());
    return places.subList((int) from, (int) Math.min(from + size, places.size())).stream()
        .flatMap(Optional::stream)
        .map(Entry::page)
        .toList();
  }

  /** When each part of so many places last changed; a part without pages has no time. */
  List<Optional<Instant>> latest(int size) {
    int parts = (places.size() + size - 1) / size;
    return IntStream.range(0, parts).mapToObj(number -> latest(number, size)).toList();
  }

  private Optional<Instant> latest(int number, int size) {
    long latest =
        places.subList(number * size, Math.min((number + 1) * size, places.size())).stream()
            .flatMap(Optional::stream)
            .mapToLong(Entry::time)
            .max()
            .orElse(UNKNOWN);
    return instant(latest);
  }

  void forEach(BiConsumer<String, Long> reader) {
    places.stream()
        .flatMap(Optional::stream)
        .forEach(entry -> reader.accept(entry.iri(), entry.time()));
  }
}
