package org.bluethread.facade.traces;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bluethread.facade.layered.Item;
import org.bluethread.facade.layered.Layers;
import org.bluethread.facade.traces.TracePicture.Box;
import org.bluethread.facade.traces.TracePicture.Text;
import org.bluethread.trace.Step;
import org.bluethread.trace.Thing;
import org.bluethread.trace.Trace;

/**
 * Measures the picture of a trace. Boxes stand in every other layer; in the layers between stand
 * the labels of the steps that begin there, so that no label covers another. A step within a column
 * runs over a label after it and back.
 */
final class PictureDrawing {
  private static final int MARGIN = 12;
  private static final int HEAD = 40;
  private static final int HEADING = 18;
  private static final int GAP = 14;
  private static final int BEND = 26;
  private static final double LABEL_UNIT = 3.5;
  private static final int LABEL_LINE = 15;
  private static final int NAME_LINE = 17;
  private static final int BASELINE = 12;
  private static final int LINE_ROOM = 3;
  private static final int HALF_BOX = 41;
  private static final int PORTS = 16;
  private static final int NEAREST_PORTS = 12;

  private final Trace trace;
  private final String language;
  private final TraceWords words;
  private final PictureColumns columns;
  private final Layers layers;
  private final Map<String, Item> boxes = new HashMap<>();
  private final List<Joint> joints;
  private final Map<Item, List<String>> labels = new HashMap<>();
  private final int[] starts;
  private final int height;

  PictureDrawing(Trace trace, String language) {
    this.trace = trace;
    this.language = language;
    this.words = new TraceWords(language);
    this.columns = new PictureColumns(trace);
    this.layers = new Layers(2 * columns.levels().size());
    List<Step> steps = steps(trace);
    for (Thing thing : columns.things()) {
      int half = halfHeight(thing, steps);
      boxes.put(thing.iri(), layers.add(2 * columns.of(thing), half, half));
    }
    this.joints = steps.stream().map(this::joint).toList();
    this.height = layers.arrange(HEAD, GAP) + MARGIN;
    this.starts = starts();
  }

  /**
   * A step and what it is drawn through.
   *
   * @param step the step
   * @param left the box in the lower column
   * @param right the other box
   * @param tip the box that the step's link leads to
   * @param way the label after the lower column, and a place in each layer up to the other box
   */
  private record Joint(Step step, Item left, Item right, Item tip, List<Item> way) {
    boolean withinColumn() {
      return left.layer() == right.layer();
    }

    Item label() {
      return way.get(0);
    }
  }

  TracePicture picture() {
    return new TracePicture(
        width(),
        height,
        headings(),
        columns.things().stream().map(this::box).toList(),
        joints.stream().map(this::line).toList());
  }

  /** The steps, each once, whichever way paths go over it. */
  private static List<Step> steps(Trace trace) {
    Map<Set<String>, Step> steps = new LinkedHashMap<>();
    for (Trace.Way way : trace.paths()) {
      way.steps()
          .forEach(step -> steps.putIfAbsent(Set.of(step.from().iri(), step.to().iri()), step));
    }
    return List.copyOf(steps.values());
  }

  /** Half the height of a box: there is room for its name, and for the lines on either side. */
  private int halfHeight(Thing thing, List<Step> steps) {
    int column = columns.of(thing);
    int before = 0;
    int after = 0;
    for (Step step : steps) {
      boolean begins = step.from().iri().equals(thing.iri());
      if (begins || step.to().iri().equals(thing.iri())) {
        if (columns.of(begins ? step.to() : step.from()) < column) {
          before++;
        } else {
          after++;
        }
      }
    }
    return Math.max(HALF_BOX, (Math.max(before, after) * NEAREST_PORTS + NEAREST_PORTS) / 2);
  }

  private Joint joint(Step step) {
    Item from = boxes.get(step.from().iri());
    Item to = boxes.get(step.to().iri());
    Item left = from.layer() <= to.layer() ? from : to;
    Item right = left.equals(from) ? to : from;
    String name = step.isMapped() ? words.text("trace.mapped") : TraceWords.arrow(step);
    List<String> lines = new TextLines(language, 32, 2).of(name);
    Item label = layers.add(left.layer() + 1, LABEL_LINE * lines.size() + LINE_ROOM, LINE_ROOM);
    labels.put(label, lines);
    layers.join(left, label);
    List<Item> way = new ArrayList<>(List.of(label));
    Item last = label;
    for (int layer = label.layer() + 1; layer < right.layer(); layer++) {
      Item next = layers.add(layer, LINE_ROOM, LINE_ROOM);
      layers.join(last, next);
      way.add(next);
      last = next;
    }
    layers.join(last, right);
    return new Joint(step, left, right, TraceWords.isForward(step) ? to : from, way);
  }

  /** Where each layer begins, and the last one ends. */
  private int[] starts() {
    int[] edges = new int[2 * columns.levels().size() + 1];
    edges[0] = MARGIN;
    for (int i = 0; i + 1 < edges.length; i++) {
      edges[i + 1] = edges[i] + (isOfBoxes(i) ? TracePicture.BOX_WIDTH : widthOfLabels(i));
    }
    return edges;
  }

  private static boolean isOfBoxes(int layer) {
    return layer % 2 == 0;
  }

  /** What the labels of a layer need, and the bends beside them; nothing after the last column. */
  private int widthOfLabels(int layer) {
    boolean isLast = layer == 2 * columns.levels().size() - 1;
    return labels.entrySet().stream()
        .filter(label -> label.getKey().layer() == layer)
        .flatMap(label -> label.getValue().stream())
        .mapToInt(line -> (int) (TextLines.width(line) * LABEL_UNIT) + 2 * BEND)
        .max()
        .orElse(isLast ? 0 : 2 * BEND);
  }

  private int width() {
    return starts[starts.length - 1] + MARGIN;
  }

  /** Where a distance from the beginning lies: on the other side where it runs from the right. */
  private int across(int fromBeginning) {
    return words.rightToLeft() ? width() - fromBeginning : fromBeginning;
  }

  private int middle(int layer) {
    return across((starts[layer] + starts[layer + 1]) / 2);
  }

  private List<Text> headings() {
    TextLines lines = new TextLines(language, 50, 1);
    List<Text> headings = new ArrayList<>();
    columns
        .levels()
        .forEach(
            level -> {
              String key = level.map(one -> "trace.level." + one.code()).orElse("trace.between");
              String name = lines.of(words.text(key)).get(0);
              headings.add(new Text(middle(2 * headings.size()), HEADING, name));
            });
    return headings;
  }

  private Box box(Thing thing) {
    Item item = boxes.get(thing.iri());
    int middle = middle(item.layer());
    String kind = new TextLines(language, 50, 1).of(thing.kind()).get(0);
    List<String> name = new TextLines(language, 48, 3).of(words.isolatedName(thing));
    int kindLine = item.line() - NAME_LINE * (name.size() + 1) / 2 + BASELINE;
    return new Box(
        thing,
        thing.iri().equals(trace.from().iri()) || thing.iri().equals(trace.to().iri()),
        middle - TracePicture.BOX_WIDTH / 2,
        item.top(),
        item.bottom() - item.top(),
        new Text(middle, kindLine, kind),
        lines(name, middle, kindLine + NAME_LINE, NAME_LINE));
  }

  private static List<Text> lines(List<String> lines, int x, int y, int height) {
    return IntStream.range(0, lines.size())
        .mapToObj(i -> new Text(x, y + i * height, lines.get(i)))
        .toList();
  }

  private TracePicture.Line line(Joint joint) {
    Item label = joint.label();
    Item left = joint.left();
    Item right = joint.right();
    int side = starts[label.layer()];
    int begin = side + BEND;
    int end = starts[label.layer() + 1] - BEND;
    int departure = port(left, left.after(), label);
    Pen pen = new Pen(this::across);
    pen.at(side + arrow(joint, left), departure).bendTo(begin, label.line()).levelTo(end);
    int tipX = side;
    int tipY = departure;
    if (joint.withinColumn()) {
      int arrival = port(right, right.after(), label);
      pen.at(side + arrow(joint, right), arrival).bendTo(begin, label.line());
      tipY = joint.tip().equals(left) ? departure : arrival;
    } else {
      for (Item item : joint.way().subList(1, joint.way().size())) {
        int bend = isOfBoxes(item.layer()) ? 0 : BEND;
        pen.bendTo(starts[item.layer()] + bend, item.line())
            .levelTo(starts[item.layer() + 1] - bend);
      }
      Item last = joint.way().get(joint.way().size() - 1);
      int arrival = port(right, right.before(), last);
      pen.bendTo(starts[right.layer()] - arrow(joint, right), arrival);
      if (joint.tip().equals(right)) {
        tipX = starts[right.layer()];
        tipY = arrival;
      }
    }
    return new TracePicture.Line(
        title(joint.step()),
        joint.step().isMapped(),
        pen.path(),
        pen.head(tipX, tipY, tipX != side),
        lines(labels.get(label), across((begin + end) / 2), label.top() + BASELINE, LABEL_LINE));
  }

  /** What the head of an arrow leaves out of the line, if it is there. */
  private static int arrow(Joint joint, Item end) {
    return joint.tip().equals(end) ? Pen.ARROW : 0;
  }

  /** Where a line meets the side of a box, apart from the others that meet it. */
  private static int port(Item box, List<Item> all, Item one) {
    int room = box.bottom() - box.top() - NEAREST_PORTS;
    int apart = Math.min(PORTS, room / Math.max(1, all.size() - 1));
    return box.line() + (2 * all.indexOf(one) - all.size() + 1) * apart / 2;
  }

  private String title(Step step) {
    return step.isMapped()
        ? step.mappings().stream()
            .flatMap(mapping -> words.mapping(mapping).stream())
            .collect(Collectors.joining(". "))
        : step.statements().stream()
            .map(Step.Statement::sentence)
            .collect(Collectors.joining(". "));
  }
}
