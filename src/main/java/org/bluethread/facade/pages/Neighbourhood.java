package org.bluethread.facade.pages;

import java.util.ArrayList;
import java.util.List;
import org.bluethread.facade.pages.ThingPage.Entry;
import org.bluethread.facade.pages.ThingPage.Group;
import org.bluethread.facade.pages.ThingPage.Kind;
import org.bluethread.facade.pages.ThingPage.Term;

/**
 * The nearest things around one, for a picture: what points to it on one side, what it leads to on
 * the other, of each property in turn.
 *
 * @param before things that point to it
 * @param after things that it leads to
 */
public record Neighbourhood(List<Neighbour> before, List<Neighbour> after) {
  private static final int MOST = 6;

  /** A character of Chinese, Japanese or Korean is as wide as two others. */
  private static final int WIDTH = 36;

  /** Copies the lists. */
  public Neighbourhood {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /**
   * A thing beside it.
   *
   * @param thing the thing
   * @param code its code; empty for most
   * @param property what connects them
   * @param mapped whether no document says so
   */
  public record Neighbour(Term thing, String code, Term property, boolean mapped) {
    /** Its code and name, as much as there is room for. */
    String line() {
      return cut(code.isEmpty() ? thing.text() : code + " " + thing.text());
    }

    /** The property's name, as much as there is room for. */
    String relation() {
      return cut(property.text());
    }
  }

  /**
   * The neighbourhood of a thing.
   *
   * @param mentions what points to it, by property
   * @param statements what is said of it, by property
   */
  static Neighbourhood of(List<Group> mentions, List<Group> statements) {
    return new Neighbourhood(some(mentions), some(statements));
  }

  /** Whether there is something to draw. */
  public boolean isEmpty() {
    return before.isEmpty() && after.isEmpty();
  }

  /** How many lines the picture has. */
  public int lines() {
    return Math.max(1, Math.max(before.size(), after.size()));
  }

  private static List<Neighbour> some(List<Group> groups) {
    List<Neighbour> some = new ArrayList<>();
    int longest = groups.stream().mapToInt(group -> group.entries().size()).max().orElse(0);
    for (int turn = 0; turn < longest && some.size() < MOST; turn++) {
      for (Group group : groups) {
        if (turn < group.entries().size() && some.size() < MOST) {
          Entry entry = group.entries().get(turn);
          if (entry.other().iri().isPresent()) {
            some.add(new Neighbour(entry.other(), entry.code(), group.property(), isMapped(entry)));
          }
        }
      }
    }
    return some;
  }

  private static boolean isMapped(Entry entry) {
    return !entry.origins().isEmpty()
        && entry.origins().stream().allMatch(origin -> origin.kind() == Kind.MAPPING);
  }

  /** The beginning of a text that fits into a box. */
  static String cut(String text) {
    int room = WIDTH;
    int end = 0;
    while (end < text.length()) {
      int character = text.codePointAt(end);
      room -= Character.isIdeographic(character) ? 2 : 1;
      if (room < 0) {
        return text.substring(0, end).strip() + "…";
      }
      end += Character.charCount(character);
    }
    return text;
  }
}
