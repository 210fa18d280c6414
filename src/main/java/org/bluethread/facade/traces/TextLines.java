package org.bluethread.facade.traces;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Breaks texts into lines for a picture, in which nothing breaks by itself. Room is counted in
 * quarters of a Chinese character, and estimated for all others, as nobody knows which fonts a
 * reader has. Immutable.
 *
 * @param language decides where lines may break
 * @param room how much a line holds
 * @param most how many lines there may be; what is more is cut off
 */
record TextLines(String language, int room, int most) {
  private static final String CUT = "…";
  private static final int FULL = 4;
  private static final int CAPITAL = 3;
  private static final int USUAL = 2;
  private static final String FULL_LETTERS = "MWmw@%…—ЖШЩЮФМжшщюфм";

  /** From here on, in Unicode, characters are as wide as they are high. */
  private static final int FIRST_FULL = 0x2E80;

  /** The lines of a text, one at the least. */
  List<String> of(String text) {
    int looked = Math.min(text.codePointCount(0, text.length()), room * (most + 1));
    List<String> lines = broken(text.substring(0, text.offsetByCodePoints(0, looked)));
    if (lines.size() <= most) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, most));
    String last = shown.get(most - 1);
    shown.set(most - 1, last.substring(0, fitting(last, room - FULL)).strip() + CUT);
    return List.copyOf(shown);
  }

  private List<String> broken(String text) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.of(language));
    breaks.setText(text);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      String part = text.substring(start, end);
      if (!line.isEmpty() && width(line + part.stripTrailing()) > room) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      while (width(part.stripTrailing()) > room) { // No line holds it: it breaks anywhere.
        int fitting = fitting(part, room);
        lines.add(part.substring(0, fitting));
        part = part.substring(fitting);
      }
      line.append(part);
      start = end;
    }
    lines.add(line.toString().strip());
    return List.copyOf(lines);
  }

  /** How much of a text there is room for: where that part ends. */
  private static int fitting(String text, int room) {
    int left = room;
    int end = 0;
    while (end < text.length() && left >= width(text.codePointAt(end))) {
      left -= width(text.codePointAt(end));
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  /** How much room a text takes up. */
  static int width(CharSequence text) {
    return text.codePoints().map(TextLines::width).sum();
  }

  private static int width(int character) {
    if (Character.getType(character) == Character.FORMAT) {
      return 0;
    }
    if (character >= FIRST_FULL || FULL_LETTERS.indexOf(character) >= 0) {
      return FULL;
    }
    return Character.isUpperCase(character) ? CAPITAL : USUAL;
  }
}
