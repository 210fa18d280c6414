package org.bluethread.facade.pages;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.facade.words.Words;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.plan.ActionPlan;
import org.bluethread.publish.plan.Facet;
import org.bluethread.publish.plan.PlanFilter;
import org.bluethread.publish.plan.PlanRow;
import org.bluethread.publish.plan.PlanRow.Part;

/**
 * Makes the page of a plan, and its table, in one language. Belongs to a transaction and its
 * thread.
 */
public final class PlanView implements TableView {
  /** The path of the page. */
  public static final String PATH = "/plan";

  /** The parameter that names the plan. */
  public static final String PLAN = "plan";

  /** The parameter for actions without output. */
  public static final String OUTPUT = "output";

  /** The value of {@link #OUTPUT} for these. */
  public static final String NONE = "none";

  private final long commit;
  private final List<ActionPlan> plans;
  private final ActionPlan plan;
  private final PlanFilter filter;
  private final ShortNames names;
  private final Terms terms;
  private final Words words;
  private final PlanTerms named;
  private final Map<Facet, ShortNames> values = new EnumMap<>(Facet.class);

  /**
   * @param plans all plans, the one shown without a choice first
   * @param plan one of them
   * @param filter which of its rows are wanted
   */
  public PlanView(
      Snapshot snapshot,
      List<ActionPlan> plans,
      ActionPlan plan,
      PlanFilter filter,
      String language) {
    snapshot.fetch(plan.things());
    this.commit = snapshot.commit();
    this.plans = List.copyOf(plans);
    this.plan = plan;
    this.filter = filter;
    this.names = new ShortNames(plans.stream().map(ActionPlan::plan).toList());
    this.terms = new Terms(snapshot.union(), language);
    this.words = new Words(language);
    this.named = new PlanTerms(plan, terms, words);
    for (Facet facet : Facet.values()) {
      values.put(facet, values(plan, facet));
    }
  }

  /** The parameter of a facet. */
  public static String parameter(Facet facet) {
    return facet.name().toLowerCase(Locale.ROOT);
  }

  /** What the values of a facet are called in addresses. */
  public static ShortNames values(ActionPlan plan, Facet facet) {
    return new ShortNames(plan.counts(facet, new PlanFilter(Map.of(), false)).keySet());
  }

  /** The page of a graph without plans. */
  public static TableView none(long commit) {
    return TableView.empty(
        new PlanPage(
            commit,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            0,
            0,
            0,
            List.of(),
            true,
            List.of()));
  }

  @Override
  public List<List<String>> table() {
    return new PlanTable(plan, filter, values.get(Facet.ROLE), named, terms).rows();
  }

  @Override
  public PlanPage page() {
    List<PlanRow> rows = plan.rows(filter);
    List<PlanPage.FacetView> facets = facets();
    return new PlanPage(
        commit,
        Optional.of(terms.item(plan.plan())),
        plans.stream().map(this::choice).toList(),
        facets,
        facets.stream()
            .flatMap(facet -> facet.choices().stream())
            .filter(Choice::isChosen)
            .toList(),
        rows.stream().filter(row -> row.output().isPresent()).count(),
        rows.stream().filter(PlanRow::withoutOutput).count(),
        plan.count(new PlanFilter(Map.of(), false)),
        directions(rows),
        plan.complete(),
        address(filter).asJsonAndCsv());
  }

  private Choice choice(ActionPlan other) {
    return new Choice(
        PLAN,
        names.of(other.plan()),
        terms.of(other.plan()),
        other.count(new PlanFilter(Map.of(), false)),
        0,
        other.plan().equals(plan.plan()),
        Address.of(PATH).with(PLAN, names.of(other.plan())).toString());
  }

  private List<Choice> choices(Facet facet) {
    Map<Node, Long> counts = plan.counts(facet, filter);
    long most = Math.max(1, counts.values().stream().mapToLong(Long::longValue).max().orElse(1));
    return counts.entrySet().stream()
        .map(one -> choice(facet, one.getKey(), one.getValue(), most))
        .sorted(order(facet))
        .toList();
  }

  /** Organs and roles by how much is theirs, all else in its natural order. */
  private static Comparator<Choice> order(Facet facet) {
    Comparator<Choice> natural = Comparator.comparing(Choice::value, NaturalOrder.TEXT);
    return switch (facet) {
      case ORGAN, ROLE, FRAME ->
          Comparator.comparing(Choice::count).reversed().thenComparing(natural);
      case YEAR, DIRECTION -> natural;
    };
  }

  private Choice choice(Facet facet, Node value, long count, long most) {
    boolean isChosen = value.equals(filter.chosen().get(facet));
    PlanFilter other = filter.with(facet, isChosen ? Optional.empty() : Optional.of(value));
    return new Choice(
        parameter(facet),
        values.get(facet).of(value),
        label(facet, value),
        count,
        (int) Math.ceilDiv(100 * count, most),
        isChosen,
        address(other).toString());
  }

  private Term label(Facet facet, Node value) {
    Item item = terms.item(value);
    return switch (facet) {
      case ROLE -> named.role(value);
      case DIRECTION -> new Term(item.line(), item.name().language(), item.name().iri());
      case FRAME -> named.frame(value);
      case ORGAN, YEAR -> item.name();
    };
  }

  /** The facets that rows have values of. */
  private List<PlanPage.FacetView> facets() {
    List<PlanPage.FacetView> facets = new ArrayList<>();
    for (Facet facet : List.of(Facet.ORGAN, Facet.ROLE, Facet.YEAR, Facet.FRAME)) {
      facets.add(new PlanPage.FacetView(parameter(facet), choices(facet)));
    }
    facets.add(new PlanPage.FacetView(OUTPUT, withoutOutput()));
    facets.add(new PlanPage.FacetView(parameter(Facet.DIRECTION), choices(Facet.DIRECTION)));
    return facets.stream().filter(facet -> !facet.choices().isEmpty()).toList();
  }

  private List<Choice> withoutOutput() {
    if (plan.rows().stream().noneMatch(PlanRow::withoutOutput)) {
      return List.of();
    }
    long left = plan.count(new PlanFilter(filter.chosen(), true));
    PlanFilter other = new PlanFilter(filter.chosen(), !filter.withoutOutput());
    Term label = new Term(words.text("plan.without"), words.language(), Optional.empty());
    return List.of(
        new Choice(
            OUTPUT, NONE, label, left, 0, filter.withoutOutput(), address(other).toString()));
  }

  private Address address(PlanFilter other) {
    Address address = Address.of(PATH);
    if (!plan.plan().equals(plans.get(0).plan())) {
      address = address.with(PLAN, names.of(plan.plan()));
    }
    for (Facet facet : Facet.values()) {
      Node value = other.chosen().get(facet);
      if (value != null) {
        address = address.with(parameter(facet), values.get(facet).of(value));
      }
    }
    return other.withoutOutput() ? address.with(OUTPUT, NONE) : address;
  }

  private List<PlanPage.Direction> directions(List<PlanRow> rows) {
    return groups(rows, row -> Optional.of(row.direction())).entrySet().stream()
        .map(
            group ->
                new PlanPage.Direction(
                    terms.item(group.getKey().orElseThrow()),
                    group.getValue().stream().filter(PlanRow::isCounted).count(),
                    subDirections(group.getValue())))
        .toList();
  }

  private List<PlanPage.SubDirection> subDirections(List<PlanRow> rows) {
    return groups(rows, PlanRow::subDirection).entrySet().stream()
        .map(
            group ->
                new PlanPage.SubDirection(
                    group.getKey().map(terms::item), actions(group.getValue())))
        .toList();
  }

  private List<PlanPage.Action> actions(List<PlanRow> rows) {
    return groups(rows, PlanRow::action).entrySet().stream()
        .filter(group -> group.getKey().isPresent())
        .map(
            group ->
                new PlanPage.Action(
                    terms.item(group.getKey().orElseThrow()),
                    groups(group.getValue(), PlanRow::output).values().stream()
                        .flatMap(List::stream)
                        .map(this::row)
                        .toList()))
        .toList();
  }

  /** Rows by something that they have, in the order of its codes. */
  private Map<Optional<Node>, List<PlanRow>> groups(
      List<PlanRow> rows, Function<PlanRow, Optional<Node>> key) {
    Map<Optional<Node>, List<PlanRow>> sorted = new LinkedHashMap<>();
    rows.stream().collect(groupingBy(key)).entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(
                Comparator.comparing(
                    node -> node.map(this::orderKey).orElse(""), NaturalOrder.TEXT)))
        .forEach(one -> sorted.put(one.getKey(), one.getValue()));
    return sorted;
  }

  private String orderKey(Node thing) {
    return terms.item(thing).line() + " " + thing;
  }

  private PlanPage.Row row(PlanRow row) {
    return new PlanPage.Row(
        row.output().map(terms::item),
        row.withoutOutput(),
        roles(row.parts()),
        row.timeFrames().stream().map(named::due).toList(),
        row.printed().stream().map(terms::of).toList(),
        row.units().stream()
            .map(terms::number)
            .sorted(Comparator.comparing(Term::text, NaturalOrder.TEXT))
            .toList());
  }

  private List<PlanPage.Role> roles(List<Part> parts) {
    return parts.stream()
        .collect(groupingBy(Part::role, LinkedHashMap::new, toList()))
        .entrySet()
        .stream()
        .map(
            one ->
                new PlanPage.Role(
                    named.role(one.getKey()),
                    one.getValue().stream()
                        .map(part -> terms.of(part.organ()))
                        .sorted(Comparator.comparing(Term::text))
                        .toList()))
        .sorted(
            Comparator.comparing(role -> role.role().iri().orElse(""), Comparator.reverseOrder()))
        .toList();
  }
}
