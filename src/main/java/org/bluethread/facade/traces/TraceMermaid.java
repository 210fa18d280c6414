package org.bluethread.facade.traces;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.bluethread.trace.Step;
import org.bluethread.trace.Thing;
import org.bluethread.trace.Trace;

/**
 * Traces as a flowchart of Mermaid: each thing once, arrows from mandate to evidence, mapped steps
 * dotted.
 *
 * @see <a href="https://mermaid.js.org/syntax/flowchart.html">Mermaid, flowcharts</a>
 */
public final class TraceMermaid {
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Set<String> lines = new LinkedHashSet<>();

  private TraceMermaid() {}

  /** The chart. */
  public static String of(Trace trace) {
    TraceMermaid chart = new TraceMermaid();
    chart.node(trace.from());
    chart.node(trace.to());
    trace.paths().forEach(way -> way.steps().forEach(chart::step));
    return "flowchart LR\n  " + String.join("\n  ", chart.lines) + "\n";
  }

  private String node(Thing thing) {
    String known = names.get(thing.iri());
    if (known != null) {
      return known;
    }
    String name = "n" + (names.size() + 1);
    names.put(thing.iri(), name);
    lines.add(name + "[\"" + escaped(TraceWords.name(thing)) + "\"]");
    return name;
  }

  private void step(Step step) {
    boolean forward = TraceWords.isForward(step);
    String from = node(forward ? step.from() : step.to());
    String to = node(forward ? step.to() : step.from());
    String label = "|\"" + escaped(TraceWords.arrow(step)) + "\"|";
    lines.add(from + (step.isMapped() ? " -.->" : " -->") + label + " " + to);
  }

  /** Whatever is not a letter, a digit or a space could mean something to Mermaid. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c)
                  || Character.getType(c) == Character.NON_SPACING_MARK) {
                escaped.appendCodePoint(c);
              } else if (Character.isWhitespace(c)) {
                escaped.append(' ');
              } else {
                escaped.append('#').append(c).append(';');
              }
            });
    return escaped.toString();
  }
}
