package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.graph.Commit;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Snapshot;
import org.bluethread.lookup.ThingIndex;

/**
 * From the path of a request to what it names. A sloppily spelled path is sent on to the right one,
 * what was removed is 410 with the commit that did it, and what never was is 404.
 *
 * <p>Safe for threads.
 */
final class Dereferencing {
  private final KnowledgeGraph graph;
  private final Spellings spellings;
  private final Freshness freshness;

  Dereferencing(KnowledgeGraph graph, ThingIndex index, Freshness freshness) {
    this.graph = graph;
    this.freshness = freshness;
    this.spellings = new Spellings(index);
  }

  /**
   * What the path of the request names.
   *
   * @param kind what is looked for
   * @return empty if the answer is given: a redirection
   * @throws ProblemException 404 or 410 if there is nothing of that name
   */
  Optional<ThingAddress> find(Context ctx, Snapshot snapshot, Named kind) {
    List<ThingAddress> readings = readings(ctx, kind);
    Optional<ThingAddress> found =
        readings.stream().filter(one -> kind.isHere(snapshot, one.node())).findFirst();
    if (found.isPresent()) {
      if (found.get().isSpelled(ctx.path())) {
        return found;
      }
      redirect(ctx, snapshot, found.get());
      return Optional.empty();
    }
    readings.forEach(
        one -> kind.removal(graph, snapshot, one.node()).ifPresent(by -> throwGone(one, by)));
    Set<ThingAddress> meant =
        spellings.meant(ctx.path(), iri -> kind.isHere(snapshot, NodeFactory.createURI(iri)));
    if (meant.size() != 1) {
      throw unknown(ctx, kind, readings.get(0).iri(), meant);
    }
    meant.forEach(one -> redirect(ctx, snapshot, one));
    return Optional.empty();
  }

  /** The name of a graph may end like a suffix and is then preferred; a thing's may not. */
  private static List<ThingAddress> readings(Context ctx, Named kind) {
    List<ThingAddress> readings = ThingAddress.readings(ctx.path()).toList();
    return kind == Named.GRAPH
        ? readings.stream()
            .sorted(Comparator.comparing(reading -> reading.format().isPresent()))
            .toList()
        : readings;
  }

  private void redirect(Context ctx, Snapshot snapshot, ThingAddress right) {
    String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
    ctx.status(301);
    ctx.header("Location", right.path() + query);
    freshness.redirection(ctx, snapshot.commit()); // Another commit may bring what is spelled so.
  }

  private static void throwGone(ThingAddress address, Commit commit) {
    throw new ProblemException(
        Problem.of(
            ProblemKind.GONE,
            "thing.gone",
            address.iri(),
            Long.toString(commit.number()),
            commit.time().toString()));
  }

  private ProblemException unknown(
      Context ctx, Named kind, String iri, Collection<ThingAddress> meant) {
    List<String> candidates =
        meant.isEmpty()
            ? spellings.suggestions(ctx.path())
            : meant.stream().map(ThingAddress::iri).sorted().toList();
    return new ProblemException(kind.unknown(iri, candidates));
  }
}
