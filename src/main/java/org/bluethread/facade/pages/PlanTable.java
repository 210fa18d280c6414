package org.bluethread.facade.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.publish.plan.ActionPlan;
import org.bluethread.publish.plan.Facet;
import org.bluethread.publish.plan.PlanFilter;
import org.bluethread.publish.plan.PlanRow;

/** The outputs of a plan, and its actions without one, as a table. */
final class PlanTable {
  private final ActionPlan plan;
  private final PlanFilter filter;
  private final ShortNames roleNames;
  private final PlanTerms named;
  private final Terms terms;

  PlanTable(
      ActionPlan plan, PlanFilter filter, ShortNames roleNames, PlanTerms named, Terms terms) {
    this.plan = plan;
    this.filter = filter;
    this.roleNames = roleNames;
    this.named = named;
    this.terms = terms;
  }

  /** The rows, of which the first names the columns. */
  List<List<String>> rows() {
    List<Node> roles =
        plan.counts(Facet.ROLE, new PlanFilter(Map.of(), false)).keySet().stream()
            .sorted(Comparator.comparing(Node::toString))
            .toList();
    List<List<String>> table = new ArrayList<>();
    List<String> head =
        new ArrayList<>(
            List.of(
                "direction",
                "direction_label",
                "sub_direction",
                "sub_direction_label",
                "action",
                "action_label",
                "output",
                "output_label",
                "without_output",
                "time_frame",
                "time_frame_printed"));
    roles.forEach(role -> head.add(roleNames.of(role)));
    head.addAll(List.of("iri", "unit"));
    table.add(head);
    plan.rows(filter).stream()
        .filter(PlanRow::isCounted)
        .sorted(Comparator.comparing(row -> terms.item(about(row)).line(), NaturalOrder.TEXT))
        .forEach(row -> table.add(cells(row, roles)));
    return table;
  }

  private static Node about(PlanRow row) {
    return row.output().or(row::action).orElse(row.direction());
  }

  private List<String> cells(PlanRow row, List<Node> roles) {
    List<String> cells = new ArrayList<>();
    for (Optional<Node> thing :
        List.of(Optional.of(row.direction()), row.subDirection(), row.action(), row.output())) {
      cells.add(thing.map(one -> terms.codes(one).stream().findFirst().orElse("")).orElse(""));
      cells.add(thing.map(one -> terms.of(one).text()).orElse(""));
    }
    cells.add(Boolean.toString(row.withoutOutput()));
    cells.add(joined(row.timeFrames().stream().map(named::due).map(Term::text)));
    cells.add(joined(row.printed().stream().map(Node::getLiteralLexicalForm)));
    for (Node role : roles) {
      cells.add(
          joined(
              row.parts().stream()
                  .filter(part -> part.role().equals(role))
                  .map(part -> terms.of(part.organ()).text())));
    }
    cells.add(about(row).toString());
    cells.add(joined(row.units().stream().map(Node::toString)));
    return cells;
  }

  private static String joined(Stream<String> texts) {
    return texts.sorted().collect(Collectors.joining("; "));
  }
}
