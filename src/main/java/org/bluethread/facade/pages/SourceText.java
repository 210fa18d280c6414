package org.bluethread.facade.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A text with numbers at its lines, of which some are at fault. Of a long text only these and their
 * neighbours are shown.
 *
 * @param lines the lines that are shown
 */
public record SourceText(List<Line> lines) {
  private static final int SHORT = 300;
  private static final int NEIGHBOURS = 2;
  private static final int MOST_AT_FAULT = 200;
  private static final int MOST_CHARACTERS = 600;

  /** Copies the list. */
  public SourceText {
    lines = List.copyOf(lines);
  }

  /**
   * A line.
   *
   * @param number its number, from 1
   * @param text what it says, as far as that is shown
   * @param atFault whether it is at fault
   * @param findings the numbers of the findings that are about it, from 1
   * @param afterGap whether lines before it are left out
   */
  public record Line(
      long number, String text, boolean atFault, List<Integer> findings, boolean afterGap) {
    /** Copies the list. */
    public Line {
      findings = List.copyOf(findings);
    }
  }

  /** A text in which nothing is at fault: it is not shown. */
  static SourceText nothing() {
    return new SourceText(List.of());
  }

  /**
   * Marks the lines of a text.
   *
   * @param faults the numbers of the lines at fault, each with the numbers of its findings; a
   *     number that the text does not have counts for its last line
   */
  static SourceText of(String text, Map<Long, List<Integer>> faults) {
    if (faults.isEmpty()) {
      return nothing();
    }
    List<String> all = text.lines().toList();
    if (all.isEmpty()) {
      return nothing();
    }
    TreeSet<Integer> shown = new TreeSet<>();
    faults.keySet().stream()
        .sorted()
        .limit(MOST_AT_FAULT)
        .forEach(
            number -> {
              int line = (int) Math.min(number, all.size());
              for (int i = line - NEIGHBOURS; i <= line + NEIGHBOURS; i++) {
                if (i >= 1 && i <= all.size()) {
                  shown.add(i);
                }
              }
            });
    List<Line> lines = new ArrayList<>();
    int last = 0;
    for (int number = 1; number <= all.size(); number++) {
      if (all.size() <= SHORT || shown.contains(number)) {
        lines.add(
            new Line(
                number,
                cut(all.get(number - 1)),
                isAtFault(number, all.size(), faults),
                faults.getOrDefault((long) number, List.of()),
                number > last + 1));
        last = number;
      }
    }
    return new SourceText(lines);
  }

  /** A syntax error may be found behind the last line. */
  private static boolean isAtFault(int number, int size, Map<Long, List<Integer>> faults) {
    return faults.containsKey((long) number)
        || (number == size && faults.keySet().stream().anyMatch(line -> line > size));
  }

  private static String cut(String line) {
    return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "…";
  }

  /** Whether a line is shown, so that something can lead to it. */
  public boolean shows(long number) {
    return lines.stream().anyMatch(line -> line.number() == number);
  }
}
