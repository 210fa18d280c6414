package org.bluethread.facade.traces;

import java.util.List;
import org.bluethread.trace.Thing;
import org.bluethread.trace.Trace;

/**
 * A picture of all paths of a trace together, measured but not yet painted: a column for each
 * level, a box for each thing, a line for each step with its name above it, arrows from mandate to
 * evidence. In Arabic it runs from right to left. Immutable.
 *
 * @param width how wide it is, in pixels
 * @param height how high it is
 * @param headings the names of the columns
 * @param boxes the things, each once
 * @param steps the steps, each once
 */
public record TracePicture(
    int width, int height, List<Text> headings, List<Box> boxes, List<Line> steps) {
  /** How wide a box is. */
  public static final int BOX_WIDTH = 178;

  /** Copies the lists. */
  public TracePicture {
    headings = List.copyOf(headings);
    boxes = List.copyOf(boxes);
    steps = List.copyOf(steps);
  }

  /**
   * A line of text.
   *
   * @param x where its middle is
   * @param y where its baseline is
   * @param text the text
   */
  public record Text(int x, int y, String text) {}

  /**
   * A thing.
   *
   * @param thing the thing
   * @param end whether paths begin or end there
   * @param left where its box begins
   * @param top where its box begins
   * @param height how high its box is
   * @param kind the name of its class; empty if it has none
   * @param name its code and name in lines
   */
  public record Box(
      Thing thing, boolean end, int left, int top, int height, Text kind, List<Text> name) {
    /** Copies the list. */
    public Box {
      name = List.copyOf(name);
    }

    /** All that is known of its name. */
    public String title() {
      return TraceWords.name(thing) + (thing.kind().isEmpty() ? "" : " – " + thing.kind());
    }
  }

  /**
   * A step.
   *
   * @param title what it says
   * @param mapped whether it rests on mappings alone
   * @param path its line, as the {@code d} of a path has it
   * @param arrow its head, as the {@code points} of a polygon have them
   * @param label its name in lines
   */
  public record Line(String title, boolean mapped, String path, String arrow, List<Text> label) {
    /** Copies the list. */
    public Line {
      label = List.copyOf(label);
    }
  }

  /**
   * Measures the picture of a trace; that of its two ends if it has no paths.
   *
   * @param language one of the six languages of the United Nations
   */
  public static TracePicture of(Trace trace, String language) {
    return new PictureDrawing(trace, language).picture();
  }
}
