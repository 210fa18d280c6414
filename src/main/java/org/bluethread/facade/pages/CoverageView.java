package org.bluethread.facade.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.facade.pages.CoveragePage.Cell;
import org.bluethread.facade.pages.CoveragePage.Selected;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.facade.words.Words;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.coverage.Axis;
import org.bluethread.publish.coverage.Coverage;
import org.bluethread.publish.coverage.Finding;
import org.bluethread.vocabulary.BT;

/**
 * Makes the page of what is said about the targets of a framework, and its table, in one language.
 * Belongs to a transaction and its thread.
 */
public final class CoverageView implements TableView {
  /** The path of the page. */
  public static final String PATH = "/coverage";

  /** The parameter that names the framework. */
  public static final String ROWS = "rows";

  /** The parameter that names the axis. */
  public static final String BY = "by";

  /** The parameter that names the target of a cell. */
  public static final String ROW = "row";

  /** The parameter that names the column of a cell. */
  public static final String COLUMN = "column";

  /** The column of mappings. */
  public static final String MAPPED = "mapped";

  /** How many columns are shown at the most: those with the most statements. */
  private static final int MOST_COLUMNS = 100;

  private final long commit;
  private final List<Coverage> all;
  private final Coverage coverage;
  private final Axis axis;
  private final Optional<Chosen> chosen;
  private final Terms terms;
  private final Words words;
  private final CoverageCell cells;
  private final ShortNames frameworks;
  private final ShortNames targets;
  private final ShortNames columns;
  private final Map<Node, Integer> totals;
  private final Map<Node, Map<Node, Integer>> counts;

  /**
   * A cell.
   *
   * @param target its target
   * @param column its column; empty for that of mappings
   */
  public record Chosen(Node target, Optional<Node> column) {}

  /**
   * @param all what is said about every framework, the one shown without a choice first
   * @param coverage what is said about the one that is wanted
   * @param axis by what to count
   * @param chosen the cell of which the content is wanted
   */
  public CoverageView(
      Snapshot snapshot,
      List<Coverage> all,
      Coverage coverage,
      Axis axis,
      Optional<Chosen> chosen,
      String language) {
    snapshot.fetch(coverage.things());
    this.commit = snapshot.commit();
    this.all = List.copyOf(all);
    this.coverage = coverage;
    this.axis = axis;
    this.chosen = chosen;
    this.terms = new Terms(snapshot.union(), language);
    this.words = new Words(language);
    this.cells = new CoverageCell(snapshot, coverage, axis, terms, words);
    this.frameworks = new ShortNames(all.stream().map(Coverage::framework).toList());
    this.targets = new ShortNames(coverage.targets());
    this.totals = coverage.columns(axis);
    this.columns = new ShortNames(totals.keySet());
    this.counts = coverage.cells(axis);
  }

  /** What an axis is called in addresses. */
  public static String value(Axis axis) {
    return axis.name().toLowerCase(Locale.ROOT);
  }

  /** The page of a graph without frameworks. */
  public static TableView none(long commit) {
    return TableView.empty(
        new CoveragePage(
            commit,
            Optional.empty(),
            List.of(),
            List.of(),
            0,
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            "",
            true,
            List.of()));
  }

  @Override
  public List<List<String>> table() {
    return new CoverageTable(page(), words.text("coverage.mapped")).rows();
  }

  @Override
  public CoveragePage page() {
    List<Node> shown = shown();
    return new CoveragePage(
        commit,
        Optional.of(terms.item(coverage.framework())),
        all.stream().map(this::framework).toList(),
        Stream.of(Axis.values()).map(this::axis).toList(),
        coverage.claims().size(),
        shown.stream().map(this::column).toList(),
        sorted(coverage.targets()).map(target -> row(target, shown)).toList(),
        chosen.map(this::selected),
        sorted(coverage.findings().stream().map(Finding::target).distinct().toList())
            .map(this::gaps)
            .toList(),
        analyses(),
        coverage.complete() && shown.size() == totals.size(),
        present().asJsonAndCsv());
  }

  /** The address of what is shown. */
  private Address present() {
    return chosen
        .map(
            cell ->
                here()
                    .with(ROW, targets.of(cell.target()))
                    .with(COLUMN, cell.column().map(columns::of).orElse(MAPPED)))
        .orElseGet(this::here);
  }

  private Address here() {
    return address(coverage, axis);
  }

  private Address address(Coverage framework, Axis by) {
    return Address.of(PATH).with(ROWS, frameworks.of(framework.framework())).with(BY, value(by));
  }

  private Choice framework(Coverage other) {
    return new Choice(
        ROWS,
        frameworks.of(other.framework()),
        terms.of(other.framework()),
        other.claims().size(),
        0,
        other.framework().equals(coverage.framework()),
        address(other, axis).toString());
  }

  private Choice axis(Axis by) {
    return new Choice(
        BY,
        value(by),
        new Term(words.text("coverage.by." + value(by)), words.language(), Optional.empty()),
        coverage.claims().stream()
            .filter(claim -> !claim.columns().getOrDefault(by, Set.of()).isEmpty())
            .count(),
        0,
        by == axis,
        address(coverage, by).toString());
  }

  /** The columns, those with the most statements first. */
  private List<Node> shown() {
    return totals.entrySet().stream()
        .sorted(
            Map.Entry.<Node, Integer>comparingByValue()
                .reversed()
                .thenComparing(one -> terms.of(one.getKey()).text(), NaturalOrder.TEXT))
        .map(Map.Entry::getKey)
        .limit(MOST_COLUMNS)
        .toList();
  }

  private CoveragePage.Column column(Node column) {
    return new CoveragePage.Column(columns.of(column), label(column), totals.get(column));
  }

  private Term label(Node column) {
    return axis == Axis.DOCUMENT ? symbol(column) : terms.of(column);
  }

  /** Documents go by their symbol, which is short, where they have one. */
  private Term symbol(Node document) {
    Term name = terms.of(document);
    return terms.codes(document).stream()
        .findFirst()
        .map(code -> new Term(code, "", name.iri()))
        .orElse(name);
  }

  private CoveragePage.Row row(Node target, List<Node> shown) {
    Map<Node, Integer> row = counts.getOrDefault(target, Map.of());
    return new CoveragePage.Row(
        targets.of(target),
        terms.item(target),
        shown.stream()
            .map(column -> cell(target, Optional.of(column), row.getOrDefault(column, 0)))
            .toList(),
        cell(target, Optional.empty(), mappings(target).size()));
  }

  private Cell cell(Node target, Optional<Node> column, int count) {
    String name = column.map(columns::of).orElse(MAPPED);
    Optional<String> href =
        count == 0
            ? Optional.empty()
            : Optional.of(here().with(ROW, targets.of(target)).with(COLUMN, name) + "#cell");
    return new Cell(name, count, href, chosen.equals(Optional.of(new Chosen(target, column))));
  }

  private List<Node> mappings(Node target) {
    return coverage.mappings().getOrDefault(target, List.of());
  }

  private Selected selected(Chosen cell) {
    return cells.of(
        cell,
        cell.column()
            .map(this::label)
            .orElseGet(
                () -> new Term(words.text("coverage.mapped"), words.language(), Optional.empty())));
  }

  private String analyses() {
    return coverage.findings().stream()
        .flatMap(finding -> finding.units().stream())
        .flatMap(unit -> terms.values(unit, BT.inDocument.asNode()).stream())
        .distinct()
        .map(document -> symbol(document).text())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private CoveragePage.Gaps gaps(Node target) {
    return new CoveragePage.Gaps(
        terms.item(target),
        coverage.findings().stream()
            .filter(finding -> finding.target().equals(target))
            .map(this::gap)
            .sorted(
                Comparator.comparing(
                    gap -> gap.units().stream().map(Term::text).findFirst().orElse(""),
                    NaturalOrder.TEXT))
            .toList());
  }

  private CoveragePage.Gap gap(Finding finding) {
    Term verdict = terms.of(finding.assessment());
    return new CoveragePage.Gap(
        new Term(verdict.text(), verdict.language(), terms.of(finding.thing()).iri()),
        finding.regions().stream().map(terms::of).toList(),
        terms.value(finding.thing(), SKOS.note.asNode()).map(terms::of),
        finding.units().stream().map(terms::number).toList());
  }

  private Stream<Node> sorted(List<Node> things) {
    return things.stream()
        .sorted(Comparator.comparing(thing -> terms.item(thing).line(), NaturalOrder.TEXT));
  }
}
