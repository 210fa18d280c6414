package org.bluethread.facade.traces;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluethread.facade.words.Words;
import org.bluethread.trace.Step;
import org.bluethread.trace.Thing;
import org.bluethread.trace.Trace;

/** What traces say besides their sentences, in one language. Immutable. */
public final class TraceWords {
  private final Words words;

  /**
   * @param language one of the six languages of the United Nations
   */
  public TraceWords(String language) {
    this.words = new Words(language);
  }

  /** One of the six languages of the United Nations. */
  public String language() {
    return words.language();
  }

  String text(String key, Object... arguments) {
    return words.text(key, arguments);
  }

  /** Whether the language is written from right to left. */
  boolean rightToLeft() {
    return words.isRightToLeft();
  }

  /** A thing by its code, if it has one that the name does not begin with, and its name. */
  public static String name(Thing thing) {
    return thing.codes().stream()
        .findFirst()
        .filter(code -> !thing.label().startsWith(code))
        .map(code -> code + " " + thing.label())
        .orElse(thing.label());
  }

  /**
   * A thing by its code and name for a text without markup. Where the language is written from
   * right to left, the code is kept from turning the name around.
   *
   * @see <a href="https://www.unicode.org/reports/tr9/">Unicode Bidirectional Algorithm</a>
   */
  public String isolatedName(Thing thing) {
    String name = name(thing);
    if (!rightToLeft() || name.equals(thing.label())) {
      return name;
    }
    String code = name.substring(0, name.length() - thing.label().length() - 1);
    return Words.isolated(code) + " " + thing.label();
  }

  /** That the graph has moved on since the commit that was asked for. */
  public String moved(long askedAt, long commit) {
    return words.text("trace.moved", askedAt, commit);
  }

  /** That each step is stated, but not the path. */
  public String claim() {
    return words.text("trace.claim");
  }

  /** That a name means nothing here, or several things. */
  public String undecided(String name, boolean unknown) {
    return words.text(unknown ? "trace.unknown" : "trace.which", name);
  }

  /** What a step's graph is to it: stated in, derived from … */
  public String kind(Step.Source source) {
    return words.text(
        switch (source.kind()) {
          case EVIDENCE -> "trace.evidence";
          case DERIVATION -> "trace.derivation";
          case CORRECTION -> "trace.correction";
          case REGISTER -> "trace.register";
          case OTHER -> "trace.other";
        });
  }

  /** A unit as it is cited: document, number and date. */
  public String unit(Step.Unit unit) {
    String number = unit.paragraph() ? words.text("unit.paragraph", unit.number()) : unit.number();
    String document = unit.documentCode().isEmpty() ? unit.documentLabel() : unit.documentCode();
    if (document.isEmpty()) {
      return number.isEmpty() ? unit.iri() : number;
    }
    String place = number.isEmpty() ? document : document + ", " + number;
    return unit.date().isEmpty() ? place : place + " (" + unit.date() + ")";
  }

  /** Where a link is stated, in one line. */
  public String source(Step.Source source) {
    String name = source.label().isEmpty() ? source.graph() : source.label();
    List<String> units = source.units().stream().map(this::unit).toList();
    String places = units.isEmpty() ? name : String.join("; ", units);
    return kind(source) + " " + places + source.reason().map(why -> " – " + why).orElse("");
  }

  /** The state of one end of a step. */
  public String status(Step step, Step.Status status) {
    Thing about = step.from().iri().equals(status.about()) ? step.from() : step.to();
    return status.asOf().isEmpty()
        ? words.text("trace.status", name(about), status.label())
        : words.text("trace.status.dated", name(about), status.label(), status.asOf());
  }

  /** What is to be known of a mapping, line by line. */
  public List<String> mapping(Step.Mapping mapping) {
    List<String> lines = new ArrayList<>();
    lines.add(words.text("trace.mapping", mapping.author()));
    lines.add(words.text("trace.mapping.relation", localName(mapping.predicate())));
    lines.add(words.text("trace.mapping.justification", localName(mapping.justification())));
    mapping
        .confidence()
        .ifPresent(confidence -> lines.add(words.text("trace.mapping.confidence", confidence)));
    mapping.reason().ifPresent(lines::add);
    return lines;
  }

  /** What the arrow of a step says in short: the name of its strongest link, or of a relation. */
  public static String arrow(Step step) {
    return step.statements().stream()
        .findFirst()
        .map(Step.Statement::propertyLabel)
        .or(() -> step.mappings().stream().findFirst().map(one -> localName(one.predicate())))
        .orElse("");
  }

  /** Whether the strongest link of a step runs as the step does. */
  public static boolean isForward(Step step) {
    return step.statements().stream()
        .findFirst()
        .map(Step.Statement::forward)
        .or(() -> step.mappings().stream().findFirst().map(Step.Mapping::forward))
        .orElse(true);
  }

  /** Why there is no path, line by line. */
  public List<String> gap(Trace trace, Trace.Gap gap) {
    List<String> lines = new ArrayList<>();
    lines.add(words.text("trace.none", trace.hops()));
    gap.stepsNeeded().ifPresent(steps -> lines.add(words.text("trace.none.longer", steps)));
    lines.add(reach(trace.from(), gap.fromReach()));
    lines.add(reach(trace.to(), gap.toReach()));
    Optional<String> nearest =
        gap.nearest()
            .map(
                pair ->
                    words.text(
                        "trace.nearest", name(pair.one()), name(pair.other()), pair.placeName()));
    nearest.ifPresent(lines::add);
    return lines;
  }

  private String reach(Thing thing, Trace.Reach reach) {
    if (reach.things() == 0) {
      return words.text("trace.reach.nothing", name(thing));
    }
    return reach.complete()
        ? words.text("trace.reach", name(thing), reach.things(), reach.steps())
        : words.text("trace.reach.broken", name(thing), reach.things());
  }

  private static String localName(String iri) {
    return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
  }
}
