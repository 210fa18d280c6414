package org.bluethread.facade.traces;

import org.bluethread.facade.traces.TracePicture.Box;
import org.bluethread.facade.traces.TracePicture.Text;
import org.bluethread.trace.Trace;

/**
 * The picture of a trace as a file of its own: with its colours in attributes, which no content
 * security policy forbids, and with the meaning of its lines. It fetches nothing.
 *
 * @see <a href="https://www.w3.org/TR/SVG11/">SVG 1.1</a>
 */
public final class TraceSvg {
  private static final String INK = "#1b262c";
  private static final String SOFT = "#4c5b64";
  private static final String THREAD = "#0b5f8a";
  private static final String MAPPED = "#7a4b00";
  private static final String EDGE = "#74858f";
  private static final int LEGEND = 30;
  private static final int SAMPLE = 34;

  private final StringBuilder svg = new StringBuilder();
  private final TraceWords words;
  private final TracePicture picture;

  private TraceSvg(Trace trace, String language) {
    this.words = new TraceWords(language);
    this.picture = TracePicture.of(trace, language);
  }

  /**
   * The picture.
   *
   * @param language the language of the trace
   */
  public static String of(Trace trace, String language) {
    return new TraceSvg(trace, language).painted(trace, language);
  }

  private String painted(Trace trace, String language) {
    int width = Math.max(picture.width(), 420);
    int height = picture.height() + 2 * LEGEND;
    String title =
        words.text("trace.title.two", TraceWords.name(trace.from()), TraceWords.name(trace.to()));
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height)
        .append("\" width=\"" + width + "\" height=\"" + height)
        .append("\" font-family=\"system-ui, sans-serif\" text-anchor=\"middle\" role=\"img\"")
        .append(words.rightToLeft() ? " direction=\"rtl\"" : "")
        .append(" xml:lang=\"" + language + "\"><title>" + escaped(title))
        .append("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    picture.headings().forEach(heading -> text(heading, 13, SOFT));
    svg.append('\n');
    picture.steps().forEach(this::thread);
    picture.boxes().forEach(this::box);
    legend(width, picture.height() + LEGEND / 2, false, "trace.sourced.means");
    legend(width, picture.height() + LEGEND / 2 + LEGEND, true, "trace.mapped.means");
    return svg.append("</svg>\n").toString();
  }

  private void box(Box box) {
    svg.append("<g><title>" + escaped(box.title() + " – " + box.thing().iri()) + "</title>")
        .append("<rect rx=\"3\" x=\"" + box.left() + "\" y=\"" + box.top())
        .append("\" width=\"" + TracePicture.BOX_WIDTH)
        .append("\" height=\"" + box.height())
        .append(box.end() ? "\" fill=\"#f2f6f8\" stroke-width=\"2\" stroke=\"" + THREAD : "")
        .append(box.end() ? "" : "\" fill=\"#ffffff\" stroke=\"" + EDGE)
        .append("\"/>");
    if (!box.kind().text().isEmpty()) {
      text(box.kind(), 11, SOFT);
    }
    box.name().forEach(line -> text(line, 13, INK));
    svg.append("</g>\n");
  }

  private void thread(TracePicture.Line thread) {
    String colour = thread.mapped() ? MAPPED : THREAD;
    svg.append("<g><title>" + escaped(thread.title()) + "</title>");
    line(thread.path(), thread.mapped());
    svg.append("<polygon fill=\"" + colour + "\" points=\"" + thread.arrow() + "\"/>");
    thread.label().forEach(line -> text(line, 12, colour));
    svg.append("</g>\n");
  }

  private void line(String path, boolean mapped) {
    svg.append("<path fill=\"none\" stroke-width=\"1.5\" stroke=\"" + (mapped ? MAPPED : THREAD))
        .append(mapped ? "\" stroke-dasharray=\"5 4" : "")
        .append("\" d=\"" + path + "\"/>");
  }

  /** A sample of a line, and what it means. */
  private void legend(int width, int y, boolean mapped, String key) {
    int start = words.rightToLeft() ? width - SAMPLE : 0;
    line("M" + (start + 12) + " " + y + "H" + (start + SAMPLE - 4), mapped);
    int x = words.rightToLeft() ? width - SAMPLE - 8 : SAMPLE + 8;
    svg.append("<text font-size=\"12\" text-anchor=\"start\" fill=\"" + SOFT)
        .append("\" x=\"" + x + "\" y=\"" + (y + 4) + "\">")
        .append(escaped(words.text(key)) + "</text>\n");
  }

  private void text(Text text, int size, String colour) {
    svg.append("<text unicode-bidi=\"plaintext\" font-size=\"" + size + "\" fill=\"" + colour)
        .append("\" x=\"" + text.x() + "\" y=\"" + text.y())
        .append("\">" + escaped(text.text()) + "</text>");
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
