package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.pages.PlanView;
import org.bluethread.facade.pages.ShortNames;
import org.bluethread.facade.pages.TableView;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.PerCommit;
import org.bluethread.publish.plan.ActionPlan;
import org.bluethread.publish.plan.Facet;
import org.bluethread.publish.plan.PlanFilter;
import org.bluethread.publish.plan.PlanReader;

/** {@code /plan}: a plan's directions, actions and outputs, as a page, JSON and CSV. */
final class PlanRoutes {
  private final KnowledgeGraph graph;
  private final PerCommit<List<ActionPlan>> plans = new PerCommit<>(PlanReader::read);
  private final TablePage page;

  PlanRoutes(KnowledgeGraph graph, Freshness freshness, Pages pages) {
    this.graph = graph;
    this.page = new TablePage("plan.jte", pages, freshness);
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, PlanView.PATH, this::plan);
  }

  private void plan(Context ctx) {
    String type = TablePage.FORMATS.wanted(ctx);
    String language = Languages.of(ctx);
    graph.read(
        snapshot -> {
          List<ActionPlan> all = plans.of(snapshot);
          Optional<ActionPlan> wanted = wanted(ctx, all);
          PlanFilter filter = filter(ctx, wanted);
          page.answer(
              ctx,
              snapshot,
              type,
              language,
              () ->
                  wanted
                      .<TableView>map(one -> new PlanView(snapshot, all, one, filter, language))
                      .orElseGet(() -> PlanView.none(snapshot.commit())));
          return type;
        });
  }

  /** The plan that the address names, else the first; empty if there is none at all. */
  private static Optional<ActionPlan> wanted(Context ctx, List<ActionPlan> all) {
    ShortNames names = new ShortNames(all.stream().map(ActionPlan::plan).toList());
    Optional<Node> named = Choices.thing(ctx, PlanView.PLAN, names);
    return all.stream()
        .filter(plan -> named.isEmpty() || plan.plan().equals(named.get()))
        .findFirst();
  }

  private static PlanFilter filter(Context ctx, Optional<ActionPlan> plan) {
    Map<Facet, Node> chosen = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      ShortNames values =
          plan.map(one -> PlanView.values(one, facet)).orElseGet(() -> new ShortNames(List.of()));
      Choices.thing(ctx, PlanView.parameter(facet), values)
          .ifPresent(value -> chosen.put(facet, value));
    }
    return new PlanFilter(
        chosen, Choices.word(ctx, PlanView.OUTPUT, List.of(PlanView.NONE)).isPresent());
  }
}
