package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.bluethread.facade.pages.CoverageView;
import org.bluethread.facade.pages.CoverageView.Chosen;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.pages.ShortNames;
import org.bluethread.facade.pages.TableView;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.PerCommit;
import org.bluethread.publish.coverage.Axis;
import org.bluethread.publish.coverage.Coverage;
import org.bluethread.publish.coverage.CoverageReader;

/** {@code /coverage}: what documents say about targets, counted, as a page, JSON and CSV. */
final class CoverageRoutes {
  /** By what can be counted, as addresses have it. */
  static final List<String> AXES = Arrays.stream(Axis.values()).map(CoverageView::value).toList();

  private final KnowledgeGraph graph;
  private final PerCommit<List<Coverage>> frameworks = new PerCommit<>(CoverageReader::read);
  private final TablePage page;

  CoverageRoutes(KnowledgeGraph graph, Freshness freshness, Pages pages) {
    this.graph = graph;
    this.page = new TablePage("coverage.jte", pages, freshness);
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, CoverageView.PATH, this::coverage);
  }

  private void coverage(Context ctx) {
    String type = TablePage.FORMATS.wanted(ctx);
    String language = Languages.of(ctx);
    Axis axis = axis(ctx);
    graph.read(
        snapshot -> {
          List<Coverage> all = frameworks.of(snapshot);
          Optional<Coverage> wanted = wanted(ctx, all);
          Optional<Chosen> cell = cell(ctx, wanted, axis);
          page.answer(
              ctx,
              snapshot,
              type,
              language,
              () ->
                  wanted
                      .<TableView>map(
                          one -> new CoverageView(snapshot, all, one, axis, cell, language))
                      .orElseGet(() -> CoverageView.none(snapshot.commit())));
          return type;
        });
  }

  private static Axis axis(Context ctx) {
    return Choices.word(ctx, CoverageView.BY, AXES)
        .map(word -> Axis.valueOf(word.toUpperCase(Locale.ROOT)))
        .orElse(Axis.DOCUMENT);
  }

  /** The framework that the address names, else the first; empty if there is none at all. */
  private static Optional<Coverage> wanted(Context ctx, List<Coverage> all) {
    ShortNames names = new ShortNames(all.stream().map(Coverage::framework).toList());
    Optional<Node> named = Choices.thing(ctx, CoverageView.ROWS, names);
    return all.stream()
        .filter(one -> named.isEmpty() || one.framework().equals(named.get()))
        .findFirst();
  }

  /** The cell that the address names, by row and column. */
  private static Optional<Chosen> cell(Context ctx, Optional<Coverage> coverage, Axis axis) {
    List<Node> targets = coverage.map(Coverage::targets).orElse(List.of());
    Set<Node> columns = coverage.map(one -> one.columns(axis).keySet()).orElse(Set.of());
    Optional<Node> row = Choices.thing(ctx, CoverageView.ROW, new ShortNames(targets));
    boolean mapped = CoverageView.MAPPED.equals(ctx.queryParam(CoverageView.COLUMN));
    Optional<Node> column =
        mapped
            ? Optional.empty()
            : Choices.thing(ctx, CoverageView.COLUMN, new ShortNames(columns));
    if (row.isPresent() != (mapped || column.isPresent())) {
      throw new ProblemException(Problem.of(ProblemKind.BAD_PARAMETER, "coverage.half"));
    }
    return row.map(target -> new Chosen(target, column));
  }
}
