package org.bluethread.publish.reconcile;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.graph.ClassesBelow;
import org.bluethread.graph.Snapshot;
import org.bluethread.lookup.Hit;
import org.bluethread.lookup.Query;
import org.bluethread.lookup.Sureness;
import org.bluethread.lookup.ThingIndex;

/**
 * Finds the things that cells of a table may mean. The look-up index proposes, the graph scores:
 *
 * <ul>
 *   <li>100: the text is the thing's IRI, or spells one of its codes;
 *   <li>95: it is one of its names as a whole, in any language, or spells its slug;
 *   <li>below 90: its names have the words; 90 times the {@link NameSimilarity} to the nearest
 *       name;
 *   <li>without a text: 90 for things that meet all constraints.
 * </ul>
 *
 * A thing that meets none of several constraints keeps half of that, one that meets a part of them
 * the same part of the other half. A candidate is a match when the text is its identifier, code or
 * whole name, it meets every constraint, and no other candidate does as surely.
 *
 * <p>Safe for threads; each call within a read transaction. What a call costs does not grow with
 * the graph: {@value #MOST_PROPOSED} things at the most are looked at.
 */
public final class Reconciler {
  /** How many things are scored for one query. */
  public static final int MOST_PROPOSED = 100;

  /** What is sure comes first from the index; more are of use where constraints choose. */
  private static final int FEW_PROPOSED = 25;

  /** Of what has a value, much may have no name, such as the graphs of paragraphs. */
  private static final int MOST_LOOKED_AT = 1_000;

  private static final double IDENTIFIED = 100;
  private static final double NAMED = 95;
  private static final double ALIKE = 90;

  private final ThingIndex index;
  private final ClassesBelow classes = new ClassesBelow();

  /**
   * @param index proposes things
   */
  public Reconciler(ThingIndex index) {
    this.index = index;
  }

  /** A thing before it is weighed. */
  private record Proposal(Node thing, List<String> types, Optional<Sureness> sureness) {
    static Proposal of(Hit hit) {
      Node thing = NodeFactory.createURI(hit.iri());
      return new Proposal(thing, List.copyOf(hit.types()), Optional.of(hit.sureness()));
    }

    static Proposal of(Graph union, Node thing) {
      return new Proposal(thing, classes(union, thing), Optional.empty());
    }
  }

  /**
   * The things that a cell may mean, best first.
   *
   * @param language the language of the text, if it can be known: words in it are found first
   */
  public List<Candidate> candidates(Snapshot snapshot, MatchQuery query, String language) {
    Graph union = snapshot.union();
    List<Expected> expected =
        query.constraints().stream().map(constraint -> new Expected(constraint, index)).toList();
    List<Set<String>> types =
        query.types().stream().map(type -> classes.of(snapshot, type)).toList();
    List<Proposal> proposals =
        query.text().isBlank()
            ? proposedByConstraints(union, expected)
            : proposedByText(query, types, language);
    List<Candidate> all =
        proposals.stream()
            .filter(one -> isOf(one.types(), types, query.everyType()))
            .map(one -> weigh(union, one, query.text(), expected))
            .sorted(
                comparing(Candidate::score).reversed().thenComparing(one -> one.thing().getURI()))
            .toList();
    return withMatch(all).stream().limit(query.limit()).toList();
  }

  private List<Proposal> proposedByText(
      MatchQuery query, List<Set<String>> types, String language) {
    Set<String> any = types.stream().flatMap(Set::stream).collect(Collectors.toSet());
    int few = Math.min(MOST_PROPOSED, Math.max(query.limit(), FEW_PROPOSED));
    int depth = query.constraints().isEmpty() ? few : MOST_PROPOSED;
    Query asked = new Query(query.text(), Optional.empty(), language, depth, 0);
    return index.search(asked, any).hits().stream().map(Proposal::of).toList();
  }

  private static List<Proposal> proposedByConstraints(Graph union, List<Expected> expected) {
    return expected.stream()
        .flatMap(one -> subjects(union, one).stream())
        .distinct()
        .map(thing -> Proposal.of(union, thing))
        .toList();
  }

  private static List<Node> subjects(Graph union, Expected expected) {
    try (Stream<Node> subjects = expected.subjects(union)) {
      return subjects
          .limit(MOST_LOOKED_AT)
          .distinct()
          .filter(thing -> Names.andCodesOf(union, thing).findAny().isPresent())
          .limit(MOST_PROPOSED)
          .toList();
    }
  }

  private static Candidate weigh(
      Graph union, Proposal proposal, String text, List<Expected> expected) {
    double similarity =
        Names.of(union, proposal.thing())
            .mapToDouble(name -> NameSimilarity.of(text, name))
            .max()
            .orElse(0);
    OptionalDouble agreeing =
        expected.stream()
            .mapToDouble(one -> one.isMetBy(union, proposal.thing()) ? 1 : 0)
            .average();
    double score = score(proposal.sureness(), similarity);
    return new Candidate(
        proposal.thing(),
        proposal.types().stream().map(NodeFactory::createURI).toList(),
        agreeing.isPresent() ? score * (1 + agreeing.getAsDouble()) / 2 : score,
        proposal.sureness().filter(sureness -> sureness != Sureness.WORDS).isPresent(),
        similarity,
        agreeing,
        false);
  }

  private static double score(Optional<Sureness> sureness, double similarity) {
    if (sureness.isEmpty()) {
      return ALIKE;
    }
    return switch (sureness.get()) {
      case IDENTIFIER -> IDENTIFIED;
      case NAME -> NAMED;
      case WORDS -> ALIKE * Math.min(similarity, 0.99); // All letters alike is not yet the name.
    };
  }

  /** The first is what is meant if it fits, and the next does not fit as well. */
  private static List<Candidate> withMatch(List<Candidate> all) {
    List<Candidate> fitting = all.stream().filter(Candidate::fits).limit(2).toList();
    if (fitting.isEmpty()
        || (fitting.size() == 2 && fitting.get(0).score() == fitting.get(1).score())) {
      return all;
    }
    List<Candidate> marked = new ArrayList<>(all);
    marked.replaceAll(one -> one.equals(fitting.get(0)) ? one.matching() : one);
    return marked;
  }

  private static boolean isOf(List<String> had, List<Set<String>> wanted, boolean everyOne) {
    Stream<Set<String>> each = wanted.stream();
    return wanted.isEmpty()
        || (everyOne
            ? each.allMatch(type -> meet(had, type))
            : each.anyMatch(type -> meet(had, type)));
  }

  private static boolean meet(Collection<String> some, Collection<String> others) {
    return some.stream().anyMatch(others::contains);
  }

  private static List<String> classes(Graph union, Node thing) {
    return Iter.asStream(union.find(thing, RDF.Nodes.type, Node.ANY))
        .map(Triple::getObject)
        .filter(Node::isURI)
        .map(Node::getURI)
        .sorted()
        .toList();
  }
}
