package org.bluethread.facade.traces;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bluethread.trace.Step;
import org.bluethread.trace.Thing;
import org.bluethread.trace.Trace;

/**
 * Traces as a picture: a row for each path, a box for each thing, arrows from mandate to evidence.
 * Mapped steps are dashed. In Arabic the rows run from right to left. The picture stands alone,
 * with its colours in attributes, which no content security policy forbids, and fetches nothing.
 *
 * @see <a href="https://www.w3.org/TR/SVG11/">SVG 1.1</a>
 */
public final class TraceSvg {
  private static final int BOX_WIDTH = 190;
  private static final int BOX_HEIGHT = 76;
  private static final int GAP = 120;
  private static final int ROW = 124;
  private static final int MARGIN = 16;
  private static final int LINE = 17;
  private static final int MOST_LINES = 4;
  private static final int LINE_UNITS = 27;

  private static final String INK = "#16323f";
  private static final String LINES = "#1f6f8b";
  private static final String MAPPED = "#8a5a00";
  private static final String FONT = " font-family=\"system-ui, sans-serif\" fill=\"" + INK + "\"";

  private final StringBuilder svg = new StringBuilder();
  private final int width;
  private final boolean rightToLeft;
  private final String language;

  private TraceSvg(int width, String language) {
    this.width = width;
    this.rightToLeft = language.equals("ar");
    this.language = language;
  }

  /**
   * The picture.
   *
   * @param language the language of the trace
   */
  public static String of(Trace trace, String language) {
    int most = trace.paths().stream().mapToInt(way -> way.steps().size()).max().orElse(1);
    int width = 2 * MARGIN + BOX_WIDTH * (most + 1) + GAP * most;
    int height = 2 * MARGIN + ROW * Math.max(1, trace.paths().size()) - (ROW - BOX_HEIGHT);
    TraceSvg picture = new TraceSvg(width, language);
    picture.open(trace, height);
    if (trace.paths().isEmpty()) {
      picture.box(trace.from(), 0, MARGIN);
      picture.box(trace.to(), 1, MARGIN);
    }
    for (int row = 0; row < trace.paths().size(); row++) {
      picture.row(trace.paths().get(row).steps(), MARGIN + row * ROW);
    }
    return picture.svg.append("</svg>\n").toString();
  }

  private void open(Trace trace, int height) {
    String title =
        new TraceWords(language)
            .text("trace.title.two", TraceWords.name(trace.from()), TraceWords.name(trace.to()));
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        .append(width + " " + height + "\" width=\"" + width + "\" height=\"" + height)
        .append("\" role=\"img\" xml:lang=\"" + language + "\"><title>")
        .append(escaped(title))
        .append("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
  }

  private void row(List<Step> steps, int top) {
    box(steps.get(0).from(), 0, top);
    for (int i = 0; i < steps.size(); i++) {
      arrow(steps.get(i), i, top + BOX_HEIGHT / 2);
      box(steps.get(i).to(), i + 1, top);
    }
  }

  private void box(Thing thing, int column, int top) {
    int left = left(column);
    svg.append("<g><title>")
        .append(escaped(TraceWords.name(thing) + " – " + thing.kind() + " – " + thing.iri()))
        .append("</title><rect fill=\"#eef6f9\" stroke=\"" + LINES + "\" rx=\"6\"")
        .append(" x=\"" + left + "\" y=\"" + top)
        .append("\" width=\"" + BOX_WIDTH + "\" height=\"" + BOX_HEIGHT + "\"/>");
    List<String> lines = lines(TraceWords.name(thing));
    int baseline = top + (BOX_HEIGHT - LINE * lines.size()) / 2 + 13;
    for (int i = 0; i < lines.size(); i++) {
      text(13, left + BOX_WIDTH / 2, baseline + i * LINE, lines.get(i));
    }
    svg.append("</g>\n");
  }

  private void arrow(Step step, int column, int y) {
    int start = rightToLeft ? left(column) : left(column) + BOX_WIDTH;
    int end = rightToLeft ? left(column + 1) + BOX_WIDTH : left(column + 1);
    int tip = TraceWords.isForward(step) ? end : start;
    int back = tip == end ? start : end;
    int shaft = tip > back ? tip - 9 : tip + 9;
    String colour = step.isMapped() ? MAPPED : LINES;
    svg.append("<path fill=\"none\" stroke-width=\"1.5\" stroke=\"" + colour + "\"")
        .append(step.isMapped() ? " stroke-dasharray=\"5 4\"" : "")
        .append(" d=\"M" + back + " " + y + "H" + shaft + "\"/>")
        .append("<polygon fill=\"" + colour + "\" points=\"" + tip + "," + y + " ")
        .append(shaft + "," + (y - 5) + " " + shaft + "," + (y + 5) + "\"/>");
    text(11, (start + end) / 2, y - 8, shortened(TraceWords.arrow(step)));
    svg.append('\n');
  }

  private void text(int size, int x, int y, String text) {
    svg.append("<text font-size=\"" + size + "\"" + FONT)
        .append(" text-anchor=\"middle\" x=\"" + x + "\" y=\"" + y + "\"")
        .append(rightToLeft ? " direction=\"rtl\">" : ">")
        .append(escaped(text))
        .append("</text>");
  }

  private int left(int column) {
    int fromStart = MARGIN + column * (BOX_WIDTH + GAP);
    return rightToLeft ? width - fromStart - BOX_WIDTH : fromStart;
  }

  private String shortened(String label) {
    List<String> lines = lines(label);
    return lines.size() > 1 ? lines.get(0) + "…" : label;
  }

  /** A name in lines that fit a box, cut off where there are too many. */
  private List<String> lines(String name) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.of(language));
    breaks.setText(name);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      String part = name.substring(start, end);
      if (line.length() > 0 && units(line) + units(part) > LINE_UNITS) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(part);
      start = end;
    }
    lines.add(line.toString().strip());
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    List<String> cut = new ArrayList<>(lines.subList(0, MOST_LINES));
    cut.set(MOST_LINES - 1, cut.get(MOST_LINES - 1) + "…");
    return cut;
  }

  /** How wide a text is: a Han character takes the room of two others. */
  private static int units(CharSequence text) {
    return text.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                  if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF) {
                    escaped.appendCodePoint(c);
                  }
                }
              }
            });
    return escaped.toString();
  }
}
