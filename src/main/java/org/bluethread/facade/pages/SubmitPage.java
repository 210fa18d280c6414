package org.bluethread.facade.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluethread.facade.pages.ReportPage.Finding;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.words.Words;
import org.bluethread.gate.Report;
import org.bluethread.graph.Commit;
import org.bluethread.graph.Outcome;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.Ontology;
import org.bluethread.publish.OntologyTerm;

/**
 * The form for those who send statements, and what became of those they sent.
 *
 * @param fields what stands in the form
 * @param classes the classes that a table can be of, by name
 * @param answer what became of what was sent
 */
public record SubmitPage(Fields fields, List<Choice> classes, Answer answer) {
  private static final List<Choice> SYNTAXES =
      List.of(
          new Choice("text/turtle", "Turtle"),
          new Choice("application/trig", "TriG"),
          new Choice("application/ld+json", "JSON-LD"),
          new Choice("application/n-triples", "N-Triples"),
          new Choice("application/n-quads", "N-Quads"),
          new Choice("application/rdf+xml", "RDF/XML"),
          new Choice("text/csv", "CSV"),
          new Choice("text/tab-separated-values", "TSV"));

  private static final int MOST_FINDINGS = 200;

  /** Copies the list. */
  public SubmitPage {
    classes = List.copyOf(classes);
  }

  /**
   * Something to choose.
   *
   * @param value what is sent
   * @param text what is read
   */
  public record Choice(String value, String text) {}

  /**
   * What stands in the form. The token never does.
   *
   * @param text the statements
   * @param syntax their media type
   * @param graph the IRI of the graph they are for
   * @param replaces whether they take the place of what the graph holds
   * @param className the class that a table is of
   * @param message the line for the commit log
   * @param file the name of the file that was sent and has to be chosen again
   */
  public record Fields(
      String text,
      String syntax,
      String graph,
      boolean replaces,
      String className,
      String message,
      Optional<String> file) {
    /** A form without statements. */
    public static Fields empty(String graph, String className) {
      String syntax = className.isEmpty() ? SYNTAXES.get(0).value() : "text/csv";
      return new Fields("", syntax, graph, false, className, "", Optional.empty());
    }
  }

  /** What became of what was sent. */
  public sealed interface Answer {}

  /** Nothing was sent yet. */
  public record Unsent() implements Answer {}

  /**
   * The gate gave its verdict, and nothing was stored.
   *
   * @param verdict the key of the verdict's words
   * @param passes whether it may be stored
   * @param added how many statements it would add
   * @param removed how many it would remove
   * @param findings what the gate found, the first of it
   * @param total how much it found
   * @param source what was sent, with the lines at fault marked
   */
  public record Judged(
      String verdict,
      boolean passes,
      long added,
      long removed,
      List<Finding> findings,
      long total,
      SourceText source)
      implements Answer {
    /** Copies the list. */
    public Judged {
      findings = List.copyOf(findings);
    }

    /** A report on a text, in a language. */
    public static Judged of(Report report, long added, long removed, String text, String language) {
      List<Finding> findings =
          new ReportPage(report)
              .findings(language).stream()
                  .sorted(Comparator.comparingLong(Judged::firstLine))
                  .limit(MOST_FINDINGS)
                  .toList();
      Map<Long, List<Integer>> faults = new HashMap<>();
      for (int i = 0; i < findings.size(); i++) {
        for (Long line : findings.get(i).lines()) {
          faults.computeIfAbsent(line, number -> new ArrayList<>()).add(i + 1);
        }
      }
      return new Judged(
          verdict(report),
          report.passes(),
          added,
          removed,
          findings,
          report.results().size() + report.unlisted(),
          SourceText.of(text, faults));
    }

    /** Findings come in the order of the text, those without a place last. */
    private static long firstLine(Finding finding) {
      return finding.lines().isEmpty() ? Long.MAX_VALUE : finding.lines().get(0);
    }

    private static String verdict(Report report) {
      if (!report.passes()) {
        return "report.refused";
      }
      return report.results().isEmpty() ? "report.conforms" : "report.passes";
    }
  }

  /**
   * It could not be judged or stored.
   *
   * @param problem why
   * @param source what was sent, if a line of it is to blame
   */
  public record Failed(Problem problem, SourceText source) implements Answer {
    /** A problem with a text, which may be at a line. */
    public static Failed of(Problem problem, String text, Optional<Long> line) {
      return new Failed(
          problem,
          line.map(number -> SourceText.of(text, Map.of(number, List.of())))
              .orElseGet(SourceText::nothing));
    }

    /** What happened, in the words of the page; the problem itself says more. */
    String words(Ui ui) {
      String kind = problem.kind().shortName().replace('-', '.');
      return new Words(ui.language())
          .optional("submit.failed." + kind)
          .orElseGet(() -> ui.text("submit.failed"));
    }
  }

  /**
   * It was stored.
   *
   * @param commit the number of the commit; empty if nothing changed
   * @param added how many statements came
   * @param removed how many went
   * @param findings what the gate let pass and found worth saying
   */
  public record Stored(Optional<Long> commit, long added, long removed, List<Finding> findings)
      implements Answer {
    /** Copies the list. */
    public Stored {
      findings = List.copyOf(findings);
    }

    /** What became of a write, in a language. */
    public static Stored of(Outcome outcome, String language) {
      return new Stored(
          outcome.commit().map(Commit::number),
          outcome.added(),
          outcome.removed(),
          new ReportPage(outcome.report())
              .findings(language).stream().limit(MOST_FINDINGS).toList());
    }
  }

  /** The page, in a read transaction. */
  public static SubmitPage of(Snapshot snapshot, Fields fields, Answer answer, String language) {
    List<Choice> classes =
        Ontology.of(snapshot).terms().stream()
            .filter(term -> term.kind() == OntologyTerm.Kind.CLASS && !term.deprecated())
            .map(
                term ->
                    new Choice(
                        term.localName(),
                        OntologyTerm.in(term.labels(), language) + " (" + term.localName() + ")"))
            .sorted(Comparator.comparing(Choice::text, NaturalOrder.TEXT))
            .toList();
    return new SubmitPage(fields, classes, answer);
  }

  /** The title, which says first what became of what was sent. */
  String title(Ui ui) {
    String outcome =
        switch (answer) {
          case Unsent unsent -> "";
          case Judged judged -> ui.text(judged.verdict()) + " – ";
          case Failed failed -> failed.words(ui) + " – ";
          case Stored stored ->
              ui.text(stored.commit().isPresent() ? "submit.stored" : "submit.unchanged") + " – ";
        };
    return outcome + ui.text("submit.title");
  }

  /** The syntaxes to choose from. */
  public List<Choice> syntaxes() {
    return SYNTAXES;
  }

  /** The chosen class, if there is such a one. */
  public Optional<Choice> chosenClass() {
    return classes.stream().filter(one -> one.value().equals(fields.className())).findFirst();
  }
}
