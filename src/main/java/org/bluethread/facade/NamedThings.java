package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.facade.pages.TracePage;
import org.bluethread.graph.Labels;
import org.bluethread.graph.Snapshot;
import org.bluethread.lookup.Hit;
import org.bluethread.lookup.Meaning;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.trace.links.Links;
import org.bluethread.vocabulary.Addresses;

/** Things by what people call them: IRIs, codes in any usual spelling, words in any language. */
final class NamedThings {
  /** The kinds of things that a body's slug may stand for, in the order they are tried. */
  private static final List<String> BODIES = List.of("organ", "institution", "document");

  private static final int MOST_CANDIDATES = 10;

  private final ThingIndex index;

  NamedThings(ThingIndex index) {
    this.index = index;
  }

  /**
   * A name, and what it means.
   *
   * @param parameter where it stands in the address
   * @param text the name
   * @param iri what it means; empty if it does not decide
   * @param candidates what it may mean, if it does not decide
   */
  record Name(
      String parameter, String text, Optional<String> iri, List<TracePage.Candidate> candidates) {}

  /**
   * What a name means. Of several things that it may mean, those that are linked count alone, if
   * there are any.
   */
  Name find(
      Context ctx, String parameter, String text, String language, Snapshot snapshot, Links links) {
    Optional<String> known = decided(text, links);
    if (known.isPresent()) {
      return new Name(parameter, text, known, List.of());
    }
    List<Hit> hits = linked(index.meaning(text, language), links);
    if (hits.size() == 1) {
      return new Name(parameter, text, Optional.of(hits.get(0).iri()), List.of());
    }
    if (isSpokenOf(text, snapshot.union())) {
      return new Name(parameter, text, Optional.of(text), List.of());
    }
    List<TracePage.Candidate> candidates =
        hits.stream()
            .limit(MOST_CANDIDATES)
            .map(hit -> candidate(ctx, parameter, hit, language, snapshot.union()))
            .toList();
    return new Name(parameter, text, Optional.empty(), candidates);
  }

  /** What an IRI or a code means, which takes less to find than words. */
  private Optional<String> decided(String text, Links links) {
    if (links.isLinked(text)) {
      return Optional.of(text);
    }
    List<String> named = index.resolve(text, Set.of());
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  private static List<Hit> linked(Meaning meaning, Links links) {
    List<Hit> linked = meaning.hits().stream().filter(hit -> links.isLinked(hit.iri())).toList();
    return linked.isEmpty() ? meaning.hits() : linked;
  }

  /** Whether a text is the IRI of something without a name. */
  private static boolean isSpokenOf(String text, Graph union) {
    if (!text.contains(":") || text.chars().anyMatch(Character::isWhitespace)) {
      return false;
    }
    Node node = NodeFactory.createURI(text);
    return union.contains(node, Node.ANY, Node.ANY) || union.contains(Node.ANY, Node.ANY, node);
  }

  private static TracePage.Candidate candidate(
      Context ctx, String parameter, Hit hit, String language, Graph union) {
    String kind =
        hit.types().stream()
            .flatMap(type -> Labels.of(union, NodeFactory.createURI(type), language).stream())
            .map(Node::getLiteralLexicalForm)
            .findFirst()
            .orElse("");
    return new TracePage.Candidate(
        hit.iri(),
        hit.label(),
        hit.labelLanguage(),
        hit.codes(),
        kind,
        body(hit.iri(), language, union),
        SelfLinks.with(ctx, parameter, hit.iri()));
  }

  /** Whose a thing is, as the path of its IRI says: a body by its name, else by its slug. */
  private static String body(String iri, String language, Graph union) {
    if (!iri.startsWith(Addresses.THINGS)) {
      return "";
    }
    String[] path = iri.substring(Addresses.THINGS.length()).split("/", -1);
    if (path.length < 3) {
      return "";
    }
    String slug = path[1];
    return BODIES.stream()
        .flatMap(
            kind ->
                List.of(
                    Addresses.THINGS + kind + "/" + slug + "/" + slug,
                    Addresses.THINGS + kind + "/" + slug)
                    .stream())
        .filter(body -> !body.equals(iri))
        .flatMap(body -> Labels.of(union, NodeFactory.createURI(body), language).stream())
        .map(Node::getLiteralLexicalForm)
        .findFirst()
        .orElse(slug);
  }
}
