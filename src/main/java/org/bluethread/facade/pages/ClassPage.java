package org.bluethread.facade.pages;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.ClassProfile;
import org.bluethread.publish.CsvTemplate;
import org.bluethread.publish.OntologyTerm;
import org.bluethread.publish.Requirement;

/**
 * A class: what a valid description of one of its instances holds.
 *
 * @param name the end of its IRI
 * @param label its name
 * @param definition what it means
 * @param example how it is used; empty if none is given
 * @param types the classes to state of an instance
 * @param own what is asked of an instance as a whole
 * @param rows what is asked of its properties, each once
 * @param from links that lead from an instance
 * @param to links that lead to an instance
 * @param columns the columns of its table; none if no shape speaks of its properties
 */
public record ClassPage(
    String name,
    String label,
    String definition,
    String example,
    List<Term> types,
    List<String> own,
    List<Row> rows,
    List<Link> from,
    List<Link> to,
    List<String> columns) {
  /** Copies the lists. */
  public ClassPage {
    types = List.copyOf(types);
    own = List.copyOf(own);
    rows = List.copyOf(rows);
    from = List.copyOf(from);
    to = List.copyOf(to);
    columns = List.copyOf(columns);
  }

  /**
   * A property.
   *
   * @param path the property, or the path as SPARQL writes it
   * @param count how many values, such as {@code 1}, {@code 0..1}, {@code 1..*}
   * @param values the datatypes, classes or values that are allowed
   * @param messages what to do
   */
  public record Row(Term path, String count, List<Term> values, List<String> messages) {}

  /**
   * A link.
   *
   * @param property the link
   * @param ends the classes at its other end; none if any thing may stand there
   */
  public record Link(Term property, List<Term> ends) {}

  /** Makes the page. */
  public static ClassPage of(Snapshot snapshot, ClassProfile profile, String language) {
    Terms terms = new Terms(snapshot.dataset().getUnionGraph(), language);
    OntologyTerm term = profile.term();
    Map<String, List<Requirement>> byPath = new LinkedHashMap<>();
    profile.requirements().stream()
        .filter(asked -> !asked.path().isEmpty())
        .forEach(asked -> byPath.computeIfAbsent(asked.path(), p -> new ArrayList<>()).add(asked));
    return new ClassPage(
        term.localName(),
        OntologyTerm.in(term.labels(), language),
        OntologyTerm.in(term.definitions(), language),
        OntologyTerm.in(term.examples(), language),
        profile.types().stream().map(terms::of).toList(),
        profile.requirements().stream()
            .filter(asked -> asked.path().isEmpty())
            .map(asked -> OntologyTerm.in(asked.messages(), language))
            .toList(),
        byPath.values().stream().map(asked -> row(asked, terms, language)).toList(),
        links(profile.from(), terms),
        links(profile.to(), terms),
        byPath.isEmpty() ? List.of() : CsvTemplate.of(profile).header());
  }

  private static Row row(List<Requirement> asked, Terms terms, String language) {
    Requirement any = asked.get(0);
    return new Row(
        any.property().map(terms::of).orElse(new Term(any.path(), "", Optional.empty())),
        count(asked),
        asked.stream()
            .flatMap(
                one ->
                    Stream.of(one.datatypes(), one.classes(), one.allowed()).flatMap(List::stream))
            .distinct()
            .map(terms::of)
            .toList(),
        asked.stream()
            .map(one -> OntologyTerm.in(one.messages(), language))
            .filter(message -> !message.isEmpty())
            .distinct()
            .toList());
  }

  private static String count(List<Requirement> asked) {
    int least =
        asked.stream()
            .mapToInt(one -> Math.max(one.least().orElse(0), one.languages().size()))
            .sum();
    OptionalInt most =
        asked.stream()
            .map(Requirement::most)
            .filter(OptionalInt::isPresent)
            .mapToInt(OptionalInt::getAsInt)
            .min();
    String upper = most.isPresent() ? Integer.toString(most.getAsInt()) : "*";
    return upper.equals(Integer.toString(least)) ? upper : least + ".." + upper;
  }

  private static List<Link> links(Map<Node, List<Node>> links, Terms terms) {
    return links.entrySet().stream()
        .sorted(comparing((Map.Entry<Node, List<Node>> entry) -> entry.getKey().toString()))
        .map(
            entry ->
                new Link(
                    terms.of(entry.getKey()), entry.getValue().stream().map(terms::of).toList()))
        .toList();
  }
}
