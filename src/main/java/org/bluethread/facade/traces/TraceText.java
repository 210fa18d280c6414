package org.bluethread.facade.traces;

import java.util.List;
import org.bluethread.trace.Step;
import org.bluethread.trace.Trace;
import org.bluethread.trace.Unfolding;

/** Traces as plain text, for a terminal. Immutable. */
public final class TraceText {
  private static final String INDENT = "    ";

  private final TraceWords words;

  /**
   * @param language one of the six languages of the United Nations
   */
  public TraceText(String language) {
    this.words = new TraceWords(language);
  }

  /** A trace, with a line feed at its end. */
  public String of(Trace trace) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        0,
        words.text("trace.title.two", TraceWords.name(trace.from()), TraceWords.name(trace.to())));
    trace
        .gap()
        .ifPresentOrElse(
            gap -> words.gap(trace, gap).forEach(said -> line(text, 0, said)),
            () -> line(text, 0, words.text("trace.count", trace.paths().size(), trace.hops())));
    for (int i = 0; i < trace.paths().size(); i++) {
      path(text, i + 1, trace.paths().get(i));
    }
    if (!trace.paths().isEmpty()) {
      text.append('\n');
      line(text, 0, words.text("trace.claim"));
    }
    return text.toString();
  }

  private void path(StringBuilder text, int number, Trace.Way way) {
    text.append('\n');
    String hub = way.throughHub() ? " – " + words.text("trace.hub") : "";
    line(
        text,
        0,
        words.text("trace.path", number)
            + " – "
            + words.text("trace.steps", way.steps().size())
            + hub);
    line(text, 1, TraceWords.name(way.steps().get(0).from()));
    way.steps().forEach(step -> step(text, step, 1));
  }

  private void step(StringBuilder text, Step step, int depth) {
    String arrow = TraceWords.isForward(step) ? "→" : "←";
    String dashes = step.isMapped() ? "···" : "──";
    line(text, depth, dashes + arrow + " " + TraceWords.name(step.to()));
    details(text, step, depth + 1);
  }

  private void details(StringBuilder text, Step step, int depth) {
    for (Step.Statement statement : step.statements()) {
      line(text, depth, statement.sentence());
      statement.sources().forEach(source -> line(text, depth + 1, words.source(source)));
      statement.statuses().forEach(status -> line(text, depth + 1, words.status(step, status)));
    }
    for (Step.Mapping mapping : step.mappings()) {
      List<String> lines = words.mapping(mapping);
      line(text, depth, lines.get(0));
      lines.stream().skip(1).forEach(said -> line(text, depth + 1, said));
    }
  }

  /** An unfolding, with a line feed at its end. */
  public String of(Unfolding unfolding) {
    StringBuilder text = new StringBuilder();
    line(text, 0, words.text("trace.title.one", TraceWords.name(unfolding.thing())));
    side(text, "downstream", unfolding.downstream(), true);
    side(text, "upstream", unfolding.upstream(), false);
    return text.toString();
  }

  private void side(
      StringBuilder text, String name, Unfolding.Branches branches, boolean downstream) {
    text.append('\n');
    line(text, 0, words.text("trace." + name) + ": " + branches.count());
    if (branches.count() == 0) {
      line(text, 1, words.text("trace.nothing." + name));
    }
    branches(text, branches, downstream, 1);
  }

  private void branches(
      StringBuilder text, Unfolding.Branches branches, boolean downstream, int depth) {
    for (Unfolding.Branch branch : branches.shown()) {
      Step step = branch.step();
      int further = branch.branches().count();
      String more = branch.shownBefore() ? " (" + words.text("trace.seen") + ")" : "";
      line(
          text,
          depth,
          TraceWords.name(downstream ? step.to() : step.from())
              + (further > 0 ? " [" + further + "]" : "")
              + more);
      details(text, step, depth + 2);
      branches(text, branch.branches(), downstream, depth + 1);
    }
    int hidden = branches.count() - branches.shown().size();
    if (hidden > 0 && !branches.shown().isEmpty()) {
      line(text, depth, "… " + words.text("trace.more", hidden));
    }
  }

  private static void line(StringBuilder text, int depth, String said) {
    text.append(INDENT.repeat(depth)).append(said).append('\n');
  }
}
