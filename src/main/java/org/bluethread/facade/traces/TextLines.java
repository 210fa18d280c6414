package org.bluethread.facade.traces;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Breaks texts into lines for a picture, in which nothing breaks by itself. Room is counted in
 * halves of a Chinese character. Immutable.
 *
 * @param language decides where lines may break
 * @param room how much a line holds
 * @param most how many lines there may be; what is more is cut off
 */
record TextLines(String language, int room, int most) {
  private static final String CUT = "…";

  /** From here on, in Unicode, characters are as wide as they are high. */
  private static final int FIRST_WIDE = 0x2E80;

  /** The lines of a text, one at the least. */
  List<String> of(String text) {
    int looked = Math.min(text.codePointCount(0, text.length()), room * (most + 1));
    String beginning = text.substring(0, text.offsetByCodePoints(0, looked));
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.of(language));
    breaks.setText(beginning);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      String part = beginning.substring(start, end);
      if (!line.isEmpty() && width(line + part.stripTrailing()) > room) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(part);
      start = end;
    }
    lines.add(line.toString().strip());
    List<String> shown = new ArrayList<>(lines.subList(0, Math.min(most, lines.size())));
    shown.replaceAll(this::cut);
    int last = shown.size() - 1;
    if ((lines.size() > most || beginning.length() < text.length())
        && !shown.get(last).endsWith(CUT)) {
      shown.set(last, cut(shown.get(last) + " ".repeat(room)));
    }
    return List.copyOf(shown);
  }

  /** A line as far as there is room, with a sign where it was cut. */
  private String cut(String line) {
    if (width(line) <= room) {
      return line;
    }
    int left = room - 1;
    int end = 0;
    while (end < line.length() && left >= width(line.codePointAt(end))) {
      left -= width(line.codePointAt(end));
      end += Character.charCount(line.codePointAt(end));
    }
    return line.substring(0, end).strip() + CUT;
  }

  /** How much room a text takes up. */
  static int width(CharSequence text) {
    return text.codePoints().map(TextLines::width).sum();
  }

  private static int width(int character) {
    if (Character.getType(character) == Character.FORMAT) {
      return 0;
    }
    return character >= FIRST_WIDE ? 2 : 1;
  }
}
