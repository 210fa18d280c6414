package org.bluethread.trace.links;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The changes of one commit, page by page. For one thread. */
final class PageChanges {
  private final Links before;
  private final Map<Integer, Change> byPage = new HashMap<>();

  /** What changes on one page. */
  private static final class Change {
    private final Set<Links.Row> removed = new HashSet<>();
    private final List<Links.Row> added = new ArrayList<>();
  }

  PageChanges(Links before) {
    this.before = before;
  }

  void remove(Links.Row row) {
    onItsPages(row, change -> change.removed.add(row));
  }

  void add(Links.Row row) {
    onItsPages(row, change -> change.added.add(row));
  }

  private void onItsPages(Links.Row row, Consumer<Change> what) {
    int from = row.subject() >>> Page.BITS;
    int to = row.object() >>> Page.BITS;
    what.accept(byPage.computeIfAbsent(from, page -> new Change()));
    if (to != from) {
      what.accept(byPage.computeIfAbsent(to, page -> new Change()));
    }
  }

  /**
   * The pages afterwards.
   *
   * @param things how many numbers are given by then
   * @throws IllegalStateException if a link that is to go is not there
   */
  Page[] pages(int things) {
    Page[] old = before.pages();
    int length = (things + Page.MASK) >>> Page.BITS;
    Page[] pages = Arrays.copyOf(old, length);
    Arrays.fill(pages, old.length, length, Page.EMPTY);
    byPage.forEach((number, change) -> pages[number] = changed(number, pages[number], change));
    return pages;
  }

  private static Page changed(int number, Page page, Change change) {
    Page.Filler filler = new Page.Filler();
    Kept kept = new Kept(number, page, change.removed);
    kept.forEachOut((thing, kind, other, graph) -> filler.countOut(thing));
    kept.forEachIn((thing, kind, other, graph) -> filler.countIn(thing));
    for (Links.Row row : change.added) {
      if (row.subject() >>> Page.BITS == number) {
        filler.countOut(row.subject());
      }
      if (row.object() >>> Page.BITS == number) {
        filler.countIn(row.object());
      }
    }
    filler.open();
    kept.forEachOut(filler::addOut);
    kept.forEachIn((thing, kind, other, graph) -> filler.addIn(thing, kind, other));
    for (Links.Row row : change.added) {
      if (row.subject() >>> Page.BITS == number) {
        filler.addOut(row.subject(), row.kind(), row.object(), row.graph());
      }
      if (row.object() >>> Page.BITS == number) {
        filler.addIn(row.object(), row.kind(), row.subject());
      }
    }
    return filler.page();
  }

  /** Takes one end of a link. */
  private interface End {
    void of(int thing, short kind, int other, int graph);
  }

  /** An incoming link as it is told apart: in several graphs it stands several times alike. */
  private record Incoming(int thing, short kind, int other) {}

  /** What stays of a page. */
  private static final class Kept {
    private final int first;
    private final Page page;
    private final Set<Links.Row> removed;

    Kept(int number, Page page, Set<Links.Row> removed) {
      this.first = number << Page.BITS;
      this.page = page;
      this.removed = removed;
    }

    void forEachOut(End end) {
      int left = (int) removed.stream().filter(row -> isHere(row.subject())).count();
      for (int thing = first; thing < first + Page.SIZE; thing++) {
        for (int at = page.outStart(thing); at < page.outEnd(thing); at++) {
          short kind = page.outKind(at);
          int other = page.outNode(at);
          int graph = page.outGraph(at);
          if (left > 0 && removed.contains(new Links.Row(thing, kind, other, graph))) {
            left--;
          } else {
            end.of(thing, kind, other, graph);
          }
        }
      }
      requireNone(left);
    }

    void forEachIn(End end) {
      Map<Incoming, Integer> going = new HashMap<>();
      for (Links.Row row : removed) {
        if (isHere(row.object())) {
          going.merge(new Incoming(row.object(), row.kind(), row.subject()), 1, Integer::sum);
        }
      }
      for (int thing = first; thing < first + Page.SIZE; thing++) {
        for (int at = page.inStart(thing); at < page.inEnd(thing); at++) {
          short kind = page.inKind(at);
          int other = page.inNode(at);
          boolean goes =
              !going.isEmpty()
                  && going.computeIfPresent(
                          new Incoming(thing, kind, other), (key, n) -> n == 0 ? null : n - 1)
                      != null;
          if (!goes) {
            end.of(thing, kind, other, IriTable.NONE);
          }
        }
      }
      requireNone(going.values().stream().mapToInt(Integer::intValue).sum());
    }

    private boolean isHere(int thing) {
      return thing >= first && thing < first + Page.SIZE;
    }

    private static void requireNone(int left) {
      if (left > 0) {
        throw new IllegalStateException(left + " links that are to go are not there");
      }
    }
  }
}
